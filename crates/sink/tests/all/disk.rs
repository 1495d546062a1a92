//! Disks that are full, or cannot be written to.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::common::*;
use flow::{FaultKind, Outlet, Positions};
use sink::{Compression, Folder};

const FULL: &str = "DATELINE_SINK_FULL_DISK";
const LIMITED: &str = "DATELINE_SINK_FILE_LIMIT";

/// Runs one of the tests below as a child of a shell that prepared its world.
fn child(shell: &str, test: &str, variable: &str, folder: &Path) -> std::process::Output {
    Command::new("sh")
        .args(["-c", shell, "sh"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "--nocapture", test])
        .env(variable, folder)
        .output()
        .unwrap()
}

#[test]
fn a_full_disk_settles_nothing_and_goes_on_when_it_is_freed() {
    let disk = tempfile::tempdir().unwrap();
    // In a mount namespace of its own: nobody else sees the disk, and it goes when the child does.
    let can = Command::new("unshare").args(["-m", "mount", "-t", "tmpfs", "none"]).arg(disk.path()).output();
    if !can.is_ok_and(|output| output.status.success()) {
        println!("skipped: a small disk needs root and mount");
        return;
    }
    let shell =
        format!("unshare -m sh -c 'mount -t tmpfs -o size=256k none \"${FULL}\" && exec \"$@\"' sh \"$@\"");
    let output = child(&shell, "disk::a_child_on_a_small_disk", FULL, disk.path());
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn a_child_on_a_small_disk() {
    let Ok(disk) = std::env::var(FULL) else { return };
    let (disk, out) = (Path::new(&disk), Path::new(&disk).join("out"));
    for compression in [Compression::None, Compression::Gzip, Compression::Zstd(3)] {
        let folder = open(&out, compression);
        let mut outlet = folder.outlet();
        seal(&mut outlet, &[(0, 0, 20)]);
        // From no room at all to almost enough, so that it runs out at different moments of sealing.
        for room in (0..16).map(|pages| pages * 4096) {
            let ballast = disk.join("ballast");
            let fill = || {
                let _ = fs::write(&ballast, vec![0; 512 * 1024]);
                let filled = fs::metadata(&ballast).unwrap().len();
                fs::File::options()
                    .write(true)
                    .open(&ballast)
                    .unwrap()
                    .set_len(filled.saturating_sub(room))
                    .unwrap();
            };
            fill();
            let before = (visible(&out), folder.positions().next_offset(TOPIC, 0).unwrap());
            let result = put(&mut outlet, &[(0, 20, 60)]).and_then(|_| now(outlet.settle()));
            if let Err(fault) = result {
                assert_eq!(fault.kind, FaultKind::Io, "{}", flow::chain(&fault));
                assert_eq!((visible(&out), folder.positions().next_offset(TOPIC, 0).unwrap()), before);
                assert!(!files(&out).iter().any(|path| path.contains("aside")), "{:?}", files(&out));
            }
            fs::remove_file(&ballast).unwrap();
            sink::verify(&out, |_| {}).unwrap();
        }
        put(&mut outlet, &[(0, 20, 60)]).unwrap();
        settled(now(outlet.settle()).unwrap());
        assert_eq!(sink::verify(&out, |_| {}).unwrap().records(), records_in(0, 60));

        // The same disk, now read-only.
        drop((outlet, folder));
        let remount = |how: &str| {
            let options = format!("remount,size=256k,{how}");
            assert!(Command::new("mount").args(["-o", &options]).arg(disk).status().unwrap().success());
        };
        remount("ro");
        let fault = Folder::open(&out, options(compression)).err().unwrap();
        assert_eq!(fault.kind, FaultKind::Io, "{}", flow::chain(&fault));
        remount("rw");
        fs::remove_dir_all(&out).unwrap();
    }
}

#[test]
fn a_file_larger_than_may_be_written_settles_nothing() {
    let out = tempfile::tempdir().unwrap();
    // Blocks of 512 bytes; the signal ignored, so that the write fails as on a full disk.
    let shell = "trap '' XFSZ; ulimit -f 80; exec \"$@\"";
    let output = child(shell, "disk::a_child_with_a_limit_on_files", LIMITED, out.path());
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn a_child_with_a_limit_on_files() {
    let Ok(out) = std::env::var(LIMITED) else { return };
    let folder = open(Path::new(&out), Compression::None);
    let mut outlet = folder.outlet();
    let fault = put(&mut outlet, &[(0, 0, 500)]).and_then(|_| now(outlet.settle())).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Io, "{}", flow::chain(&fault));
    assert!(files(Path::new(&out)).is_empty());
    seal(&mut outlet, &[(0, 0, 20)]);
    assert_eq!(sink::verify(Path::new(&out), |_| {}).unwrap().records(), records_in(0, 20));
}
