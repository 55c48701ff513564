using System.Globalization;
using Noroshi.Exchange.Sharing;
using Noroshi.Kernel;

namespace Noroshi.Exchange.Store;

/// <summary>A collection: what is in it, up to which level, and for whom. Nobody reads from one without members.</summary>
internal sealed record ExchangeCollection
{
    /// <summary>Its number in the store; 0 before it is kept.</summary>
    public int Number { get; init; }

    /// <summary>The identifier that TAXII knows.</summary>
    public string Id { get; init; } = "";

    public string TitleEn { get; init; } = "";

    public string TitleJa { get; init; } = "";

    public string DescriptionEn { get; init; } = "";

    public string DescriptionJa { get; init; } = "";

    /// <summary>The closest level that is taken in and handed out.</summary>
    public Tlp Ceiling { get; init; } = Tlp.Green;

    /// <summary>How objects without TLP are treated; null hands none out.</summary>
    public Tlp? Unmarked { get; init; }

    /// <summary>Member states, ISO codes; a grant to somebody of another state counts for nothing.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Two persons approve each release.</summary>
    public bool FourEyes { get; init; }

    /// <summary>Members have said that they read statements.</summary>
    public bool AcceptsStatements { get; init; } = true;

    /// <summary>From 1; each change is one more.</summary>
    public int Version { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public string ChangedBy { get; init; } = "";

    /// <summary>When it was closed; nothing goes in or out afterwards.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who may what.</summary>
    public IReadOnlyList<Grant> Grants { get; init; } = [];

    /// <summary>The title in the language of the request.</summary>
    public string Title => IsJapanese ? TitleJa : TitleEn;

    /// <summary>The description in the language of the request.</summary>
    public string Description => IsJapanese ? DescriptionJa : DescriptionEn;

    /// <summary>The terms under which it releases; <paramref name="members"/> resolved once.</summary>
    public CollectionTerms Terms(Audience members) => new(Id, Ceiling, members) { Unmarked = Unmarked, FourEyes = FourEyes, AcceptsStatements = AcceptsStatements };

    private static bool IsJapanese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja";
}
