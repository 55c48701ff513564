using System.Globalization;

namespace Noroshi.Exchange.Store;

/// <summary>A body of another state, or another body of this one, whose machines exchange objects with this node.</summary>
internal sealed record Partner
{
    /// <summary>Short name, lower case; also its name in Basic authentication.</summary>
    public string Id { get; init; } = "";

    public string NameEn { get; init; } = "";

    public string NameJa { get; init; } = "";

    /// <summary>ISO code.</summary>
    public string State { get; init; } = "";

    /// <summary>Slow hash of its secret.</summary>
    public string SecretHash { get; init; } = "";

    public DateTimeOffset SecretAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public string CreatedBy { get; init; } = "";

    /// <summary>When it was shut out; null while it may come.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The name in the language of the request.</summary>
    public string Name => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? NameJa : NameEn;
}
