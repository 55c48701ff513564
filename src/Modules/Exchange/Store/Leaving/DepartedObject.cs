namespace Noroshi.Exchange.Store;

/// <summary>One object of a line of the list.</summary>
internal sealed class DepartedObject
{
    public string ObjectId { get; init; } = "";

    public string Version { get; init; } = "";
}
