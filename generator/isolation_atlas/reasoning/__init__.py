"""Floor two, what follows: cells, requirements, recommendations, trees and trade-offs."""
