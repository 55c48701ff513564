namespace Noroshi.Contacts.Domain;

/// <summary>The words for functions, kinds and channels in files, addresses and verbs.</summary>
internal static class ContactWords
{
    /// <summary>In the order in which a directory lists them.</summary>
    internal static readonly IReadOnlyList<(ContactFunction Function, string Word)> Functions =
    [
        (ContactFunction.Network, "24-7"),
        (ContactFunction.Technical, "technical"),
        (ContactFunction.Diplomatic, "diplomatic"),
        (ContactFunction.CentralAuthority, "central-authority"),
        (ContactFunction.Extradition, "extradition"),
        (ContactFunction.Csirt, "csirt"),
        (ContactFunction.InfrastructureOperator, "ci-operator"),
    ];

    internal static readonly IReadOnlyList<(BodyKind Kind, string Word)> Bodies =
    [
        (BodyKind.StateBody, "state-body"),
        (BodyKind.Csirt, "csirt"),
        (BodyKind.LawEnforcement, "law-enforcement"),
        (BodyKind.International, "international"),
        (BodyKind.Company, "company"),
        (BodyKind.CivilSociety, "civil-society"),
    ];

    internal static readonly IReadOnlyList<(ChannelKind Kind, string Word)> Channels =
    [
        (ChannelKind.Telephone, "telephone"),
        (ChannelKind.Email, "email"),
        (ChannelKind.Web, "web"),
        (ChannelKind.Chat, "chat"),
    ];

    internal static string Of(ContactFunction function) => Functions.First(pair => pair.Function == function).Word;

    internal static string Of(BodyKind kind) => Bodies.First(pair => pair.Kind == kind).Word;

    internal static string Of(ChannelKind kind) => Channels.First(pair => pair.Kind == kind).Word;

    /// <summary>The function of a word; <c>24/7</c> is understood as well.</summary>
    internal static ContactFunction? Function(string? word) => Find(Functions, word == "24/7" ? "24-7" : word);

    internal static BodyKind? Body(string? word) => Find(Bodies, word);

    internal static ChannelKind? Channel(string? word) => Find(Channels, word);

    private static T? Find<T>(IReadOnlyList<(T Value, string Word)> words, string? word)
        where T : struct
    {
        foreach (var (value, known) in words)
        {
            if (known.Equals(word, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }
}
