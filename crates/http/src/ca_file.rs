//! Reading CA certificates from files, directories and texts.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A source of CA certificates in PEM form.
#[derive(Clone)]
pub enum CaSource {
    /// A file.
    File(PathBuf),
    /// All certificate files of a directory, by their extensions.
    Dir(PathBuf),
    /// A text.
    Pem(Vec<u8>),
}

impl CaSource {
    /// Reads the PEM texts, each with its name for error messages.
    ///
    /// # Errors
    ///
    /// A file or directory cannot be read, or a directory has no certificate files.
    pub fn read(&self) -> Result<Vec<(String, Vec<u8>)>, CaFileError> {
        match self {
            Self::Pem(pem) => Ok(vec![("the text given to ca_pem".to_owned(), pem.clone())]),
            Self::File(path) => Ok(vec![read_file(path)?]),
            Self::Dir(path) => {
                let files = certificate_files(path)
                    .map_err(|error| CaFileError::unreadable(path, error))?;
                if files.is_empty() {
                    return Err(CaFileError {
                        message: format!(
                            "the directory {} has no CA files: they should end in .pem or .crt",
                            path.display()
                        ),
                        source: None,
                    });
                }
                files.iter().map(|file| read_file(file)).collect()
            }
        }
    }
}

impl fmt::Debug for CaSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => f.debug_tuple("File").field(path).finish(),
            Self::Dir(path) => f.debug_tuple("Dir").field(path).finish(),
            Self::Pem(pem) => write!(f, "Pem({} bytes)", pem.len()),
        }
    }
}

fn read_file(path: &Path) -> Result<(String, Vec<u8>), CaFileError> {
    let pem = fs::read(path).map_err(|error| CaFileError::unreadable(path, error))?;
    Ok((format!("the CA file {}", path.display()), pem))
}

/// The certificate files of a directory, by their extensions, sorted by name.
fn certificate_files(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        let is_certificate = extension.is_some_and(|extension| {
            matches!(extension, "pem" | "crt" | "cer")
                || (extension.len() == 1 && extension.bytes().all(|byte| byte.is_ascii_digit()))
        });
        if is_certificate && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Why CA certificates cannot be read.
#[derive(Debug)]
pub struct CaFileError {
    /// A message for the user.
    pub message: String,
    /// The error of the operating system.
    pub source: Option<io::Error>,
}

impl CaFileError {
    fn unreadable(path: &Path, error: io::Error) -> Self {
        Self {
            message: format!(
                "the CA file {} cannot be read: check that it exists and is readable",
                path.display()
            ),
            source: Some(error),
        }
    }
}
