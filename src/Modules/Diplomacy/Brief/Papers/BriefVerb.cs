using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Shell;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Brief;

/// <summary><c>noroshi brief PH --lang ja</c>: the brief on the terminal, as JSON, or as a Word document.</summary>
internal static class BriefVerb
{
    internal const string Name = "diplomacy.brief";

    internal static async Task<object> RunAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var ask = services.GetRequiredService<BriefAsking>().Read(request.Optional("state"), request.Optional("on"), request.Optional("marking"), Language(request.Optional("lang")));
        var brief = await services.GetRequiredService<MakeBrief>().ForFolderAsync(ask, cancel);
        await services.GetRequiredService<TakeBrief>().RecordAsync(brief, request.Text("format"), Actor.System, cancel);
        return brief;
    }

    internal static Command Create(CommandHost host)
    {
        var state = new Argument<string>("state") { Description = "The state you are going to meet, two letters.", HelpName = "CODE" };
        var language = new Option<string>("--lang") { Description = "Language of the brief: en or ja.", HelpName = "en|ja", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "ja");
        var on = new Option<string?>("--on") { Description = "The day it speaks of, for example that of the meeting (default: today, UTC).", HelpName = "DATE" };
        var marking = new Option<string?>("--marking") { Description = "TLP:AMBER (the default), TLP:AMBER+STRICT or TLP:RED.", HelpName = "TLP" };
        var path = new Option<string?>("--out") { Description = "Write it as a Word document to this file, which must end in .docx.", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Replace an existing file." };
        return new Command("brief", "What binds us and another state, where it stands, who answers there: one brief before a meeting, each line with its source and date.") { state, language, on, marking, path, force }
            .OverFolder(host, async (asked, options, json, cancel) =>
            {
                var file = asked.GetValue(path);
                if (file is not null) Check(file, asked.GetValue(force));
                var format = file is not null ? "docx" : json ? "json" : "text";
                var brief = await host.AskAsync<StateBrief>(options, Name, new { state = asked.GetValue(state), lang = asked.GetValue(language), on = asked.GetValue(on), marking = asked.GetValue(marking), format }, cancel);
                if (file is not null) OutFile.Write(file, BriefDocument.Write(brief));
                var said = json ? JsonSerializer.Serialize(brief, ReadableJson.Options) : file is null ? BriefOnTerminal.Write(brief) : $"The brief on {brief.State} was written to {file}.";
                await host.Out.WriteLineAsync(said.AsMemory(), cancel);
                return 0;
            });
    }

    private static CultureInfo Language(string? word) => CultureInfo.GetCultureInfo(word == "ja" ? "ja-JP" : "en-GB");

    private static void Check(string file, bool force)
    {
        if (!file.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)) throw new RefusalException($"{file} does not end in .docx. The brief is written as a Word document; leave --out away for text or JSON.", RefusalException.Input);
        OutFile.Check(file, force);
    }
}
