//! Memory that messages are copied into.

use bytes::BytesMut;

/// Memory for messages, many of them in one piece, which is freed with the last of them: memory of its own for each, taken by one
/// thread and given back by another, costs as much as the copy.
///
/// ```
/// let mut room = flow::Room::shared();
/// let space = room.for_bytes(5);
/// space.extend_from_slice(b"story");
/// assert_eq!(space.split().freeze(), "story");
/// ```
#[derive(Debug)]
pub struct Room {
    piece: usize,
    free: BytesMut,
}

impl Room {
    /// For messages that come together and go together: those of a batch.
    pub fn shared() -> Self {
        Self { piece: 256 * 1024, free: BytesMut::new() }
    }

    /// Each message has memory of its own.
    pub fn apart() -> Self {
        Self { piece: 0, free: BytesMut::new() }
    }

    /// Empty space for so many bytes, to be filled and split off.
    pub fn for_bytes(&mut self, bytes: usize) -> &mut BytesMut {
        self.free.clear();
        if self.free.capacity() < bytes {
            self.free = BytesMut::with_capacity(bytes.max(self.piece));
        }
        &mut self.free
    }
}
