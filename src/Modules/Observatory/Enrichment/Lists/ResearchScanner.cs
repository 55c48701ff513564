using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>One network that scans for research, with where that is known from.</summary>
internal sealed record ResearchScanner(string Name, Prefix Prefix, Provenance Provenance);
