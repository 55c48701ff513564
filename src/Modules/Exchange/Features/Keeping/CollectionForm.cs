using Noroshi.Exchange.Sharing;
using Noroshi.Exchange.Store;
using Noroshi.Kernel;
using Noroshi.Shell.Asking;

namespace Noroshi.Exchange.Features;

/// <summary>Reads the form of a collection.</summary>
internal static class CollectionForm
{
    private const int LongestTitle = 120;

    /// <summary>The collection as typed; everything wrong is added to the problems.</summary>
    /// <param name="field">The value of a field.</param>
    /// <param name="before">As it stands; a fresh one for a new collection.</param>
    /// <param name="holders">Who may be granted something.</param>
    /// <param name="problems">What is wrong.</param>
    public static ExchangeCollection Read(Func<string, string> field, ExchangeCollection before, IEnumerable<string> holders, ICollection<WrongAskException> problems)
    {
        var states = AskedList.Of(field("states")).Select(code => code.ToUpperInvariant()).Distinct(StringComparer.Ordinal).ToList();
        if (states.Find(code => !CountryCode.TryParse(code, out _)) is { } wrong) problems.Add(new WrongAskException("states", $"'{WrongAskException.Cut(wrong)}' is no code of a state.", "Use two letters, for example JP."));
        return before with
        {
            TitleEn = EntryField.Try(problems, () => EntryText.Read(field("title-en"), "title-en", LongestTitle)) ?? "",
            TitleJa = EntryField.Try(problems, () => EntryText.Read(field("title-ja"), "title-ja", LongestTitle)) ?? "",
            DescriptionEn = EntryField.Try(problems, () => EntryText.Read(field("description-en"), "description-en", EntryText.LongestStatement, lines: true, optional: true)) ?? "",
            DescriptionJa = EntryField.Try(problems, () => EntryText.Read(field("description-ja"), "description-ja", EntryText.LongestStatement, lines: true, optional: true)) ?? "",
            Ceiling = EntryField.Try(problems, () => Level(field("ceiling"), "ceiling")),
            Unmarked = field("unmarked").Length == 0 ? null : EntryField.Try<Tlp?>(problems, () => Level(field("unmarked"), "unmarked")),
            States = states,
            FourEyes = field("four-eyes") == "on",
            AcceptsStatements = field("statements") == "on",
            Grants = [.. holders.Select(holder => GrantOf(field, holder)).OfType<Grant>()],
        };
    }

    /// <summary>Name of the field that says what a holder may do.</summary>
    public static string MayField(string holder) => "may-" + holder;

    /// <summary>Name of the field that says what for.</summary>
    public static string PurposeField(string holder) => "purpose-" + holder;

    private static Grant? GrantOf(Func<string, string> field, string holder)
    {
        var may = field(MayField(holder));
        return may is "read" or "write" or "both"
            ? new Grant(holder, may is "read" or "both", may is "write" or "both", Enum.TryParse<Purpose>(field(PurposeField(holder)), out var purpose) ? purpose : Purpose.Unstated)
            : null;
    }

    private static Tlp Level(string label, string name) => TlpLabel.TryParse(label, out var level) ? level : throw new WrongAskException(name, $"'{WrongAskException.Cut(label)}' is no TLP level.", "Choose one.");
}
