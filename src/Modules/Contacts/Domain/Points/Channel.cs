namespace Noroshi.Contacts.Domain;

/// <summary>One way to reach a point; a point's channels stand in the order in which they are tried.</summary>
internal sealed record Channel(ChannelKind Kind, string Value)
{
    /// <summary>The form it is written in: <c>telephone:+00-0000-0000</c>.</summary>
    public override string ToString() => $"{ContactWords.Of(Kind)}:{Value}";
}
