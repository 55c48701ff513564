using System.Diagnostics.CodeAnalysis;
using Noroshi.Storage;

namespace Noroshi.Observatory.Enrichment;

/// <summary>An enrichment file was refused. The message names the file, the row and column, and what to do.</summary>
[SuppressMessage("Design", "CA1032", Justification = "A refusal without words is of no use.")]
internal sealed class EnrichmentFileException(string message, Exception? inner = null) : RefusalException(message, Input, inner);
