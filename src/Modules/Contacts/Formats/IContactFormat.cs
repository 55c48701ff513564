namespace Noroshi.Contacts.Formats;

/// <summary>A form of file that carries directory entries.</summary>
internal interface IContactFormat
{
    /// <summary>Its word in verbs and addresses.</summary>
    string Word { get; }

    string MediaType { get; }

    /// <summary>Ending of file names, with the dot.</summary>
    string Ending { get; }

    /// <summary>The points as one file.</summary>
    string Write(ExportedPoints points);

    /// <summary>
    /// The entries of a file as fields, unchecked; what they hold is read by <see cref="Domain.EntryReader"/>. Never throws on bad content:
    /// it is listed with its line.
    /// </summary>
    FileContent Read(string text, ImportDefaults defaults);
}
