using System.Globalization;
using System.Resources;
using Noroshi.Contacts.Ui;

namespace Noroshi.Contacts.Features;

/// <summary>The text that a person sends through the official channel, in one language or the other.</summary>
internal static class CheckWords
{
    private static readonly ResourceManager Words = new(typeof(ContactText));

    /// <summary>What to send: who asks, that nothing else is asked, the link, and until when it works.</summary>
    /// <param name="sent">The check.</param>
    /// <param name="address">Address of this node, without a path.</param>
    /// <param name="language"><c>en</c> or <c>ja</c>.</param>
    internal static string Text(SentCheck sent, string address, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var japanese = language == "ja";
        var text = string.Format(
            CultureInfo.InvariantCulture,
            Words.GetString("CheckText", culture)!,
            sent.Body.Name(japanese),
            Words.GetString("Function_" + Domain.ContactWords.Of(sent.Point.Function), culture),
            address.TrimEnd('/') + sent.Path,
            ContactLabels.Moment(sent.Check.DueAt).TrimEnd('Z'), // The text says "UTC" in words.
            ContactLabels.Moment(sent.Check.ExpiresAt).TrimEnd('Z'),
            sent.Check.Id);
        return sent.Point.IsExercise ? Words.GetString("CheckTextExercise", culture) + "\n" + text : text;
    }
}
