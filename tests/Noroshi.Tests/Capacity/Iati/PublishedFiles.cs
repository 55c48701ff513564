using System.Formats.Tar;
using System.IO.Compression;

namespace Noroshi.Tests.Capacity.Iati;

/// <summary>The published test files and schemas of IATI, beside the repository; tests that need them skip visibly where they are absent.</summary>
internal static class PublishedFiles
{
    private static readonly Lazy<IReadOnlyList<PublishedFile>> _all = new(Read);

    /// <summary>The folder with the schemas.</summary>
    public static string Schemas
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var path = Path.Combine(folder.FullName, "..", "shared", "data", "capacity");
                if (File.Exists(Path.Combine(folder.FullName, "Noroshi.slnx")) && File.Exists(Path.Combine(path, "iati-tests.tar.gz"))) return Path.GetFullPath(path);
            }

            Assert.Skip("../shared/data/capacity/iati-tests.tar.gz is not here");
            return "";
        }
    }

    /// <summary>Every file.</summary>
    public static IReadOnlyList<PublishedFile> All => Schemas.Length > 0 ? _all.Value : [];

    /// <summary>Files of IATI 2: all but those of the registry's records, which are of another schema.</summary>
    public static IEnumerable<PublishedFile> InScope => All.Where(file => !file.Name.StartsWith("./registry-tests/", StringComparison.Ordinal));

    private static List<PublishedFile> Read()
    {
        using var archive = new TarReader(new GZipStream(File.OpenRead(Path.Combine(Schemas, "iati-tests.tar.gz")), CompressionMode.Decompress));
        List<PublishedFile> files = [];
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || !entry.Name.EndsWith(".xml", StringComparison.Ordinal)) continue;
            using var content = new MemoryStream();
            entry.DataStream.CopyTo(content);
            files.Add(new PublishedFile(entry.Name, content.ToArray()));
        }

        return files;
    }
}
