using System.Xml;
using System.Xml.Schema;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Checking;

/// <summary>Judges a file by the published schemas that the operator gives, beside our own tables; streaming, without DTD and without the network.</summary>
internal sealed class XsdCheck
{
    private readonly XmlSchemaSet _activities, _organisations;

    private XsdCheck(XmlSchemaSet activities, XmlSchemaSet organisations) => (_activities, _organisations) = (activities, organisations);

    /// <summary>Reads the schemas of a folder.</summary>
    /// <exception cref="RefusalException">One is missing or is no schema.</exception>
    internal static XsdCheck Load(string folder) => new(Read(folder, "iati-activities-schema.xsd"), Read(folder, "iati-organisations-schema.xsd"));

    /// <summary>Judges a file.</summary>
    /// <returns>The first errors and how many there are; null for what is not XML, which our own engine says already.</returns>
    internal (IReadOnlyList<IatiFinding> Errors, long Count)? Run(Stream file, bool areOrganisations, CancellationToken cancel)
    {
        var kept = new List<IatiFinding>();
        var count = 0L;
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, ValidationType = ValidationType.Schema, Schemas = areOrganisations ? _organisations : _activities };
        // As the schemas say it: without the platform's leave for xml: attributes that they do not name.
        settings.ValidationFlags = XmlSchemaValidationFlags.ProcessIdentityConstraints;
        settings.ValidationEventHandler += (_, told) =>
        {
            if (told.Severity != XmlSeverityType.Error) return;
            if (count++ < IatiVerdict.MostKept) kept.Add(new IatiFinding(told.Exception.LineNumber, "/", "xsd", told.Message));
        };
        try
        {
            using var reader = XmlReader.Create(file, settings);
            while (reader.Read()) if (reader.Depth == 1 && reader.NodeType == XmlNodeType.EndElement) cancel.ThrowIfCancellationRequested();
            return (kept, count);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static XmlSchemaSet Read(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        try
        {
            var set = new XmlSchemaSet { XmlResolver = new OfFolder(folder) };
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            set.Add(null, reader);
            set.Compile();
            return set;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or XmlException or XmlSchemaException)
        {
            throw new RefusalException($"{path} cannot be read as a schema: {failure.Message} Name a folder with the published schemas of IATI 2.03.", RefusalException.Input);
        }
    }

    /// <summary>Opens what a schema includes, only from its own folder.</summary>
    private sealed class OfFolder(string folder) : XmlResolver
    {
        private readonly string _folder = Path.GetFullPath(folder);

        public override Uri ResolveUri(Uri? baseUri, string? relativeUri) => new(Path.Combine(_folder, Path.GetFileName(relativeUri ?? "")));

        public override object GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) => absoluteUri.IsFile && Path.GetDirectoryName(absoluteUri.LocalPath) == _folder
            ? File.OpenRead(absoluteUri.LocalPath)
            : throw new IOException($"{absoluteUri} is not in the folder of the schemas.");
    }
}
