//! What only a whole cluster shows.
//!
//! Each step looks at all edges together: `rivals` and `twins` drop what other edges make idle, `withdrawn`, `quarrel`,
//! [`crate::rules::reclassified`] and `fuller_wording` rename, `remarks` adds to the reasons, and `repeated` links what a later text repeats of a superseded state.

mod fuller_wording;
mod quarrel;
mod remarks;
mod repeated;
mod rivals;
mod twins;
mod withdrawn;

use crate::Edge;
use crate::context::Context;
use crate::node::Node;

/// Settles edges by what the other edges say.
pub fn settle(cx: &Context<'_>, nodes: &[Node<'_>], edges: &mut Vec<Edge>) {
    rivals::remove(nodes, edges);
    withdrawn::rename(nodes, edges);
    quarrel::rename(nodes, edges);
    crate::rules::reclassified::settle(nodes, edges);
    twins::remove(nodes, edges);
    fuller_wording::rename(nodes, edges);
    remarks::standing_alone(nodes, edges);
    remarks::other_dates(nodes, edges);
    repeated::add(cx, nodes, edges);
}
