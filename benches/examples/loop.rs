//! d
use ovirt::types::{FromXml as _, List, ToXml as _, Vm};
fn main() {
    let d = ovirt_benches::vms::document(5000);
    let w = std::env::args().nth(1).unwrap();
    let l = List::<Vm>::from_xml(&d).unwrap();
    let t=std::time::Instant::now();
    let n = 40;
    let mut len=0; let tx = l.to_xml(); let ev = ovirt_benches::bare::kept_events(&tx).unwrap(); let l = l.clone();
    for _ in 0..n {
        match w.as_str() {
            "read" => drop(std::hint::black_box(List::<Vm>::from_xml(&d).unwrap())),
            "bare" => {std::hint::black_box(ovirt_benches::bare::write(ev.clone(), tx.len()).unwrap().len());}, "events" => {std::hint::black_box(ovirt_benches::bare::events(&d).unwrap());},
            "write" => {len = std::hint::black_box(l.to_xml()).len();},
            _ => {}
        }
    }
    let s=t.elapsed().as_secs_f64();
    println!("{} {} MB/s", w, (if w=="write" {len} else {d.len()}) as f64*n as f64/s/1e6);
}
