namespace Noroshi.Observatory.Enrichment;

/// <summary>An enrichment file was refused. The message names the file, the row and column, and what to do.</summary>
internal sealed class EnrichmentFileException : Exception
{
    public EnrichmentFileException(string message)
        : base(message)
    {
    }

    public EnrichmentFileException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public EnrichmentFileException()
    {
    }
}
