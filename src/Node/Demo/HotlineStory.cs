using System.Text.Json;

namespace Noroshi.Node.Demo;

/// <summary>The part of the story between two states: find whom to call, call, ring there, acknowledge, answer, check whether a desk is there, and prove it on both sides.</summary>
internal sealed class HotlineStory : IDisposable
{
    private const string Contacts = "/api/v1/contacts";
    private const string Api = Contacts + "/hotline";
    private const string Form = "/hotline/new";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly StoryVisitor _here;
    private readonly StoryVisitor _there;
    private readonly StoryVisitor _auditor;
    private string _conversation = "";
    private string _message = "";

    private HotlineStory(StoryVisitor here, StoryVisitor there, StoryVisitor auditor) => (_here, _there, _auditor) = (here, there, auditor);

    /// <summary>Signs in a diplomat on each side and an auditor here.</summary>
    internal static async Task<HotlineStory> BeginAsync(DemoNode here, DemoPartner there, CancellationToken cancel)
    {
        var story = new HotlineStory(new StoryVisitor(here.Address), new StoryVisitor(there.Address), new StoryVisitor(here.Address));
        await story._here.SignInAsync("diplomat", here.Passwords["diplomat"], cancel);
        await story._there.SignInAsync("diplomat", there.Passwords["diplomat"], cancel);
        await story._auditor.SignInAsync("auditor", here.Passwords["auditor"], cancel);
        return story;
    }

    internal async Task<string> WhoToCallAsync(CancellationToken cancel)
    {
        var found = await _here.AskAsync("/api/v1/contacts/who?state=PH&function=technical&at=2026-03-14T03:00Z", cancel);
        var first = found.GetProperty("answers").EnumerateArray().FirstOrDefault();
        if (first.ValueKind != JsonValueKind.Object) throw new StoryException("Nobody is named to call in PH.");
        var name = first.GetProperty("organisation").ToString();
        return name.Contains("EXERCISE", StringComparison.Ordinal) ? $"{name}, local time {first.GetProperty("localTime")}, open {first.GetProperty("open")}" : throw new StoryException($"{name} is not marked EXERCISE.");
    }

    internal async Task<string> CallAsync(CancellationToken cancel)
    {
        var said = await _here.PostAsync(
            $"{Api}/messages",
            Form,
            new
            {
                to = "PH",
                @class = "assistance-request",
                precedence = "immediate",
                subject = "EXERCISE: scans of 23/tcp from AS 64512",
                textEn = "EXERCISE. Since 2026-03-11 our sensors see scans of 23/tcp with a known fingerprint; network used: AS 64512. We ask you to look and to tell us what you find.",
                textJa = "【演習】2026年3月11日以降、23/tcpへの既知の特徴を持つ走査を当国のセンサーで観測しています。使われた網はAS 64512です。確認のうえ、結果をお知らせください。",
            },
            cancel);
        _conversation = said.GetProperty("conversation").GetString()!;
        return said.GetProperty("number").GetString()!;
    }

    internal async Task<string> RingsAsync(CancellationToken cancel)
    {
        var ringing = await UntilAsync(_there, message => !message.GetProperty("ours").GetBoolean() && message.GetProperty("ring").ValueKind == JsonValueKind.Object && message.GetProperty("ring").GetProperty("rang").GetBoolean(), cancel);
        _message = ringing.GetProperty("id").GetString()!;
        foreach (var (language, marking) in ((string, string)[])[("en", "EXERCISE"), ("ja", "演習")])
        {
            if (!(await _there.PageAsync("/hotline/" + _conversation, language, cancel)).Contains(marking, StringComparison.Ordinal)) throw new StoryException("The conversation is not marked as an exercise.");
        }

        return $"{ringing.GetProperty("number").GetString()} rings in PH, to be acknowledged by {ringing.GetProperty("ring").GetProperty("targetAt")}";
    }

    internal async Task<string> AcknowledgeAsync(CancellationToken cancel)
    {
        await _there.PostAsync($"{Api}/messages/{_message}/receipts", Form, new { kind = "acknowledged" }, cancel);
        var seen = await UntilAsync(_here, message => message.GetProperty("ours").GetBoolean() && message.GetProperty("receipts").GetArrayLength() > 0, cancel);
        return $"{seen.GetProperty("number").GetString()} acknowledged {seen.GetProperty("receipts")[0].GetProperty("at")}, delivery {seen.GetProperty("delivery").GetString()}";
    }

    internal async Task<string> ReplyAsync(CancellationToken cancel)
    {
        await _there.PostAsync(
            $"{Api}/messages",
            Form,
            new
            {
                to = "JP",
                conversation = _conversation,
                @class = "status",
                precedence = "priority",
                textEn = "EXERCISE. Received. We are looking at AS 64512 and will report within three hours.",
                textJa = "【演習】受領しました。AS 64512を確認中です。3時間以内に報告します。",
            },
            cancel);
        var heard = await UntilAsync(_here, message => !message.GetProperty("ours").GetBoolean(), cancel);
        return $"{heard.GetProperty("number").GetString()} arrived";
    }

    internal async Task<string> ShareAsync(CancellationToken cancel)
    {
        var shared = await _there.PostAsync($"{Contacts}/share", Form, new { }, cancel);
        await PeersPointAsync(cancel);
        return $"{shared.GetProperty("points")} points of PH arrived";
    }

    internal async Task<string> CheckAsync(CancellationToken cancel)
    {
        var point = (await PeersPointAsync(cancel)).GetProperty("id").GetString()!;
        var sent = (await _here.PostAsync($"{Contacts}/checks", Form, new { point, announced = false }, cancel)).GetProperty("check").GetString();
        var asked = await UntilAsync(() => ListAsync(_there, $"{Contacts}/checks/asked", cancel), check => check.GetProperty("id").GetString()!.EndsWith("~" + sent, StringComparison.Ordinal), cancel);
        await _there.PostAsync($"{Contacts}/checks/asked/{asked.GetProperty("id").GetString()}/answer", Form, new { }, cancel);
        var answered = await UntilAsync(() => ListAsync(_here, $"{Contacts}/checks", cancel), check => check.GetProperty("id").GetString() == sent && check.GetProperty("status").GetString() == "answered", cancel);
        return $"{point} asked through the node, answered by the {answered.GetProperty("answeredBy").GetString()} after {answered.GetProperty("latencySeconds")} s";
    }

    internal async Task<string> ProveAsync(CancellationToken cancel)
    {
        var here = await DigestsAsync(_here, cancel);
        var there = await DigestsAsync(_there, cancel);
        if (here.Count < 2 || !here.SetEquals(there)) throw new StoryException($"The two sides hold different messages: {here.Count} here, {there.Count} there.");
        var last = TimeProvider.System.GetUtcNow() + Longest;
        while (true)
        {
            var note = await _auditor.TextAsync("/api/v1/federation/ledger/checkpoint", cancel);
            // Each signature of a note is a line that begins with a dash: this node's, and that of each witness.
            var witnessed = note.Split('\n').Count(line => line.StartsWith('\u2014')) > 1;
            if (witnessed) return $"{here.Count} messages with the same digests on both sides; the checkpoint is witnessed by PH";
            if (TimeProvider.System.GetUtcNow() > last) throw new StoryException("PH did not witness the ledger of JP.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancel);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
        _auditor.Dispose();
    }

    private async Task<HashSet<string>> DigestsAsync(StoryVisitor side, CancellationToken cancel) =>
        [.. (await side.AskAsync($"{Api}/conversations/{_conversation}", cancel)).GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("digest").GetString()!)];

    // Messages take the time the line takes; the story waits for each, and not for ever.
    private Task<JsonElement> UntilAsync(StoryVisitor side, Func<JsonElement, bool> holds, CancellationToken cancel) => UntilAsync(() => MessagesAsync(side, cancel), holds, cancel);

    private static async Task<JsonElement> UntilAsync(Func<Task<List<JsonElement>>> look, Func<JsonElement, bool> holds, CancellationToken cancel)
    {
        var last = TimeProvider.System.GetUtcNow() + Longest;
        while (true)
        {
            foreach (var one in await look())
            {
                if (holds(one)) return one;
            }

            if (TimeProvider.System.GetUtcNow() > last) throw new StoryException("What was sent did not arrive on the other side.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }
    }

    /// <summary>The 24/7 point of PH as PH sent it.</summary>
    private Task<JsonElement> PeersPointAsync(CancellationToken cancel) =>
        UntilAsync(() => ListAsync(_here, $"{Contacts}/points?state=PH&function=24-7&origin=peer", cancel), _ => true, cancel);

    private static async Task<List<JsonElement>> ListAsync(StoryVisitor side, string path, CancellationToken cancel) => [.. (await side.AskAsync(path, cancel)).EnumerateArray()];

    private async Task<List<JsonElement>> MessagesAsync(StoryVisitor side, CancellationToken cancel)
    {
        var conversations = await side.AskAsync($"{Api}/conversations", cancel);
        return conversations.EnumerateArray().Any(one => one.GetProperty("id").GetString() == _conversation)
            ? [.. (await side.AskAsync($"{Api}/conversations/{_conversation}", cancel)).GetProperty("messages").EnumerateArray()]
            : [];
    }
}
