//! What only a whole cluster shows.

use crate::Edge;
use crate::context::Context;
use crate::node::Node;

/// Settles edges by what the other edges say.
pub fn settle(_cx: &Context<'_>, _nodes: &[Node<'_>], _edges: &mut Vec<Edge>) {}
