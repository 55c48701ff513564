using System.CommandLine;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Noroshi.Law.Domain;
using Noroshi.Law.Ui.Basis;
using Noroshi.Shell;

namespace Noroshi.Law.Features;

/// <summary>What the verbs about legal bases share: the engine over the reviewed data, and its words.</summary>
internal sealed record BasisVerb(LegalEngine Engine, BasisReader Reader, BasisWords Words)
{
    /// <summary><c>--lang en|ja</c>.</summary>
    internal static Option<string> LanguageOption()
    {
        var language = new Option<string>("--lang") { Description = "Language of reasons: en or ja (texts of rules are given in both).", HelpName = "en|ja", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "ja");
        return language;
    }

    internal static BasisVerb Open(CommandHost host, string? language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == "ja" ? "ja-JP" : "en-GB");
        var law = LawVerb.Open(host);
        var names = law.Tables.Rows("states").ToDictionary(row => row.State("alpha2"), row => row[language == "ja" ? "name_ja" : "name_en_cldr"]);
        var rules = LegalRules.Compile(law.Register.Book);
        var words = new BasisWords(new StringLocalizer<BasisText>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)), code => names.GetValueOrDefault(code, code.ToString()));
        return new BasisVerb(new LegalEngine(rules, law.Register, law.States), new BasisReader(rules, law.States, law.Asking), words);
    }

    /// <summary>An answer for a terminal.</summary>
    internal static string Write(BasisAnswer answer, BasisWords words)
    {
        var text = new StringBuilder();
        string In(BasisAnswer.Text both) => BasisWords.Japanese ? both.Ja : both.En;
        text.Append(CultureInfo.InvariantCulture, $"{answer.From} → {answer.To}{(answer.Territory is null ? "" : $" ({answer.Territory})")} · {words.Measure(answer.Measure)} · {answer.On}\n");
        Part("Bases", answer.Bases.Select(x => $"[{words["Base_" + x.Status]}] {BasisWords.Cite(x.Instrument, x.Provision)} ({x.Rule}, {x.Confidence}): {In(x.Text)}{After(x.DependsOn)}"));
        Part("Conditions", answer.Conditions.Select(x => $"[{words["Status_" + x.Status]}] {BasisWords.Cite(x.Instrument, x.Provision)} ({x.Rule}): {In(x.Text)}{After(x.DependsOn)}"));
        Part("Refusals", answer.Refusals.Select(x => $"[{words["Status_" + x.Status]}] {BasisWords.Cite(x.Instrument, x.Provision)} ({x.Rule}): {In(x.Text)} — {x.Why}"));
        Part("Channels", answer.Channels.Select(x => $"[{words["Status_" + x.Status]}] {BasisWords.Cite(x.Instrument, x.Provision)} ({x.Rule}): {In(x.Text)}{string.Concat(x.Authorities.Select(body => $" · {body.State}: {body.Organisation}"))}{After(x.Why)}"));
        Part("Deadlines", answer.Deadlines.Select(x => $"[{words["Status_" + x.Status]}] {BasisWords.Cite(x.Instrument, x.Provision)} ({x.Rule}): {x.Value} {x.Unit} {words["Clock_" + x.ClockStart]}; {In(x.Text)}{After(x.DependsOn)}"));
        Part("UseLimits", answer.UseLimits.Select(x => $"[{words["Status_" + x.Status]}] {BasisWords.Cite(x.Instrument, x.Provision)} ({x.Rule}): {In(x.Text)}{After(x.DependsOn)}"));
        Part("WhyNotTitle", answer.WhyNot.Select(x => $"{BasisWords.Cite(x.Instrument, x.Provision ?? "")}: {x.Reason}"));
        Part("Notes", [.. answer.Coverage.SelectMany(i => i.Value.Select(s => $"{i.Key} {s.Key}: {s.Value.Words}{After(s.Value.Note)}")), .. answer.Suppositions, .. answer.NotVerified, .. answer.Unverified.Select(id => words["Unverified", id])]);
        return text.Append('\n').Append(answer.Note).ToString();

        static string After(string? more) => string.IsNullOrEmpty(more) ? "" : " — " + more;

        void Part(string title, IEnumerable<string> lines)
        {
            var all = lines.ToList();
            if (all.Count == 0) return;
            text.Append(CultureInfo.InvariantCulture, $"\n{words[title]}\n");
            foreach (var line in all) text.Append("  ").Append(line).Append('\n');
        }
    }
}
