using System.Text;

namespace Noroshi.Tests.Capacity.Iati;

/// <summary>A published test file.</summary>
/// <param name="Name">Path within the archive.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record PublishedFile(string Name, byte[] Bytes)
{
    /// <summary>The published verdict.</summary>
    public bool ShouldPass => Name.Contains("should-pass", StringComparison.Ordinal);

    public bool IsOrganisations => Encoding.UTF8.GetString(Bytes).Contains("<iati-organisations", StringComparison.Ordinal);
}
