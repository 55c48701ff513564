using System.Globalization;
using Noroshi.Capacity.Registry;

namespace Noroshi.Capacity.Exercise;

/// <summary>An invented programme: every text says EXERCISE, every level and every sum is made up, no real act of a state is claimed.</summary>
internal static class ExerciseRegistry
{
    private const string Source = "演習の筋書き Scenario of the exercise (EXERCISE)";

    /// <summary>Key, kind and fields in the order in which they are entered; a value that begins with <c>@</c> names keys of earlier entries.</summary>
    internal static IEnumerable<(string Key, EntryKind Kind, Dictionary<string, string> Fields)> Entries(DateOnly today) =>
        [.. Assessments(today), .. Wishes(today), .. Projects(today), .. Results(today)];

    private static IEnumerable<(string Key, EntryKind Kind, Dictionary<string, string> Fields)> Assessments(DateOnly today)
    {
        yield return Of("org-agency", EntryKind.Organisation, new() { ["name"] = "演習サイバー協力機構（EXERCISE）", ["type"] = "10", ["state"] = "JP" });
        yield return Of("org-institute", EntryKind.Organisation, new() { ["name"] = "演習CSIRT研修所（EXERCISE）", ["type"] = "80", ["state"] = "PH" });
        yield return Of("cmm-ph-old", EntryKind.Assessment, new()
        {
            ["state"] = "PH",
            ["model"] = "CMM-2021",
            ["date"] = Month(today.AddMonths(-50)),
            ["assessor"] = "演習評価団（EXERCISE）",
            ["scores"] = "D1.1 2 1-3 | 演習：戦略案の聞き取り（EXERCISE）\nD1.2 2\nD1.3 1 1-2\nD3.3 2\nD4.1 3\nD4.3 1 1-2",
        });
        yield return Of("cmm-ph", EntryKind.Assessment, new()
        {
            ["state"] = "PH",
            ["model"] = "CMM-2021",
            ["date"] = Month(today.AddMonths(-8)),
            ["assessor"] = "演習評価団（EXERCISE）",
            ["scores"] = "D1.1 3 2-4 | 演習：戦略の公表を確認（EXERCISE）\nD1.2 3 2-3 | 演習：CSIRTの当直表（EXERCISE）\nD1.3 2 1-2\nD3.3 2 2-3\nD4.1 3\nD4.3 2 1-3",
            ["text"] = "演習：机上の評価。実際の国の水準を示すものではない（EXERCISE）。",
        });
        yield return Of("sim3-ph", EntryKind.Assessment, new()
        {
            ["state"] = "PH",
            ["model"] = "SIM3-v2i",
            ["date"] = Month(today.AddMonths(-14)),
            ["assessor"] = "演習CSIRT（EXERCISE）自己評価",
            ["scores"] = "O-1 3\nO-7 2 1-2\nH-2 1\nT-4 3\nP-6 2 2-3 | 演習：手順書の写し（EXERCISE）\nP-9 1",
        });
        yield return Of("gci-fj", EntryKind.Assessment, new()
        {
            ["state"] = "FJ",
            ["model"] = "GCI-2024",
            ["date"] = Month(today.AddMonths(-40)),
            ["assessor"] = "演習：公表資料からの転記（EXERCISE）",
            ["scores"] = "ALL T4\nL 61\nT 38\nO 47\nC 41\nP 52",
        });
        yield return Of("ncsi-vn", EntryKind.Assessment, new()
        {
            ["state"] = "VN",
            ["model"] = "NCSI-3.0",
            ["date"] = Month(today.AddMonths(-10)),
            ["assessor"] = "演習評価団（EXERCISE）",
            ["scores"] = "1 72\n5 44 35-55 | 演習：監督機関への照会（EXERCISE）\n9 58\n11.5 30 20-45",
        });
    }

    private static IEnumerable<(string Key, EntryKind Kind, Dictionary<string, string> Fields)> Wishes(DateOnly today)
    {
        yield return Need("need-csirt", "PH", "CY04", "1", today.AddMonths(9), "演習：CSIRT当直要員の研修（EXERCISE）", "演習：夜間の対応手順と追跡票の運用を身に付けたい（EXERCISE）。", "en", "@cmm-ph");
        yield return Need("need-forensics", "VN", "CY14", "2", today.AddMonths(14), "演習：デジタル鑑識の設備と研修（EXERCISE）", "演習：地方の捜査機関で証拠の複写と解析をできるようにしたい（EXERCISE）。", "en vi", "@ncsi-vn");
        yield return Need("need-critical", "FJ", "CY07", "1", today.AddMonths(6), "演習：重要インフラ事業者の演習（EXERCISE）", "演習：電力と港湾の事業者との共同演習を計画したい（EXERCISE）。", "en", null);
        yield return Of("offer-csirt", EntryKind.Offer, new()
        {
            ["title"] = "演習：CSIRT当直研修（EXERCISE）",
            ["text"] = "演習：当直要員が夜間の対応手順と追跡票の運用を学ぶ二週間の研修（EXERCISE）。",
            ["organisation"] = "演習CSIRT研修所（EXERCISE）",
            ["topics"] = "CY03 CY04",
            ["oda_only"] = "yes",
            ["languages"] = "en",
            ["until"] = Day(today.AddMonths(18)),
            ["places"] = "3",
        });
        yield return Of("offer-forensics", EntryKind.Offer, new()
        {
            ["title"] = "演習：鑑識機材の貸与（EXERCISE）",
            ["text"] = "演習：証拠の複写装置と解析の手引を貸与する（EXERCISE）。",
            ["organisation"] = "演習サイバー協力機構（EXERCISE）",
            ["topics"] = "CY14",
            ["oda_only"] = "no",
            ["languages"] = "en ja",
            ["until"] = Day(today.AddMonths(12)),
            ["places"] = "2",
        });
        yield return Of("offer-exercise", EntryKind.Offer, new()
        {
            ["title"] = "演習：事業者向け机上演習（EXERCISE）",
            ["text"] = "演習：電力、港湾、通信の事業者を集める机上演習を企画する（EXERCISE）。",
            ["organisation"] = "演習サイバー協力機構（EXERCISE）",
            ["topics"] = "CY07 CY20",
            ["states"] = "FJ PH",
            ["oda_only"] = "yes",
            ["languages"] = "en",
            ["until"] = Day(today.AddMonths(10)),
            ["places"] = "1",
        });
    }

    private static IEnumerable<(string Key, EntryKind Kind, Dictionary<string, string> Fields)> Projects(DateOnly today)
    {
        yield return Of("project-csirt", EntryKind.Project, new()
        {
            ["title"] = "演習：国家CSIRTの運用強化（EXERCISE）",
            ["text"] = "演習：国家CSIRTの当直体制を整え、事案の追跡票と夜間対応の手順を導入し、要員を研修する（EXERCISE）。",
            ["identifier"] = "XM-EXERCISE-0001",
            ["status"] = "2",
            ["planned_start"] = Day(today.AddMonths(-16)),
            ["actual_start"] = Day(today.AddMonths(-15)),
            ["planned_end"] = Day(today.AddDays(40)),
            ["donor"] = "JP",
            ["funding"] = "演習サイバー協力機構（EXERCISE）",
            ["implementing"] = "演習CSIRT研修所（EXERCISE）",
            ["recipients"] = "PH 100",
            ["sectors"] = "99:CY04 70; 99:CY19 30; 1:22040 100",
            ["flow"] = "10",
            ["finance"] = "110",
            ["aid"] = "D02",
            ["tied"] = "5",
            ["needs"] = "@need-csirt",
            ["offers"] = "@offer-csirt",
            ["assessments"] = "@cmm-ph-old",
        });
        yield return Of("project-csirt-other", EntryKind.Project, new()
        {
            ["title"] = "演習：国家CSIRT運用の強化支援（EXERCISE）",
            ["text"] = "演習：国家CSIRTの当直体制を整え、事案の追跡票を導入し、夜間対応の手順を定め、要員の研修を支援する（EXERCISE）。",
            ["status"] = "2",
            ["actual_start"] = Day(today.AddMonths(-13)),
            ["planned_end"] = Day(today.AddMonths(3)),
            ["donor"] = "AU",
            ["funding"] = "演習太平洋基金（EXERCISE）",
            ["implementing"] = "演習CSIRT研修所（EXERCISE）",
            ["recipients"] = "PH 100",
            ["sectors"] = "99:CY04 100",
            ["tied"] = "4",
        });
        yield return Of("project-law", EntryKind.Project, new()
        {
            ["title"] = "演習：電子証拠に関する裁判官研修（EXERCISE）",
            ["text"] = "演習：裁判官と検察官に電子証拠の扱いを教える講座を四つの地域で開く（EXERCISE）。",
            ["status"] = "1",
            ["planned_start"] = Day(today.AddMonths(2)),
            ["planned_end"] = Day(today.AddMonths(26)),
            ["donor"] = "JP",
            ["funding"] = "演習サイバー協力機構（EXERCISE）",
            ["recipients"] = "PH 60; VN 40",
            ["sectors"] = "99:CY12 100; 1:15130 100",
            ["flow"] = "10",
        });
        yield return Of("project-awareness", EntryKind.Project, new()
        {
            ["title"] = "演習：島しょの学校での啓発（EXERCISE）",
            ["text"] = "演習：離島の学校を巡回し、生徒と教員に安全な利用を教えた（EXERCISE）。",
            ["status"] = "4",
            ["actual_start"] = Day(today.AddMonths(-40)),
            ["actual_end"] = Day(today.AddMonths(-18)),
            ["donor"] = "AU",
            ["funding"] = "演習太平洋基金（EXERCISE）",
            ["recipients"] = "FJ 100",
            ["sectors"] = "99:CY17 100",
            ["tied"] = "3",
        });
    }

    private static IEnumerable<(string Key, EntryKind Kind, Dictionary<string, string> Fields)> Results(DateOnly today)
    {
        yield return Money("budget", "@project-csirt", "budget", "48000000", "JPY", today.AddMonths(-15), today.AddDays(40));
        yield return Money("commitment", "@project-csirt", "commitment", "45000000", "JPY", today.AddMonths(-15), null);
        yield return Money("paid-1", "@project-csirt", "disbursement", "18000000", "JPY", today.AddMonths(-12), null);
        yield return Money("paid-2", "@project-csirt", "disbursement", "14500000", "JPY", today.AddMonths(-3), null);
        yield return Money("budget-other", "@project-csirt-other", "budget", "410000", "AUD", today.AddMonths(-13), today.AddMonths(3));
        yield return Of("indicator-time", EntryKind.Indicator, new()
        {
            ["project"] = "@project-csirt",
            ["level"] = "2",
            ["result"] = "演習：夜間の事案に当直が対応する（EXERCISE）",
            ["title"] = "演習：最初の応答までの時間の中央値（EXERCISE）",
            ["unit"] = "時間",
            ["direction"] = "falling",
            ["baseline"] = "31",
            ["baseline_date"] = Month(today.AddMonths(-16)),
        });
        yield return Period("period-time-1", "@indicator-time", today.AddMonths(-15), today.AddMonths(-9), "24", "22.5");
        yield return Period("period-time-2", "@indicator-time", today.AddMonths(-9), today.AddMonths(-3), "12", "14");
        yield return Of("indicator-trained", EntryKind.Indicator, new()
        {
            ["project"] = "@project-csirt",
            ["level"] = "1",
            ["result"] = "演習：当直要員が研修を終える（EXERCISE）",
            ["title"] = "演習：修了者の数（EXERCISE）",
            ["unit"] = "人",
            ["direction"] = "rising",
            ["baseline"] = "0",
        });
        yield return Period("period-trained", "@indicator-trained", today.AddMonths(-15), today.AddMonths(-3), "24", "26");
        yield return Of("effect", EntryKind.Effect, new()
        {
            ["project"] = "@project-csirt",
            ["title"] = "演習：日本への踏み台となった機器の数の変化（EXERCISE）",
            ["unit"] = "％",
            ["date"] = Month(today.AddMonths(-2)),
            ["predicted"] = "-25",
            ["predicted_low"] = "-45",
            ["predicted_high"] = "-5",
            ["observed"] = "-17",
            ["observed_low"] = "-28",
            ["observed_high"] = "-6",
            ["text"] = "演習：予測は開始時の見積り、実績は開始前後の各六か月の比較（EXERCISE）。",
        });
    }

    private static (string Key, EntryKind Kind, Dictionary<string, string> Fields) Need(string key, string state, string topic, string priority, DateOnly until, string title, string text, string languages, string? assessment)
    {
        var fields = new Dictionary<string, string> { ["title"] = title, ["text"] = text, ["state"] = state, ["topic"] = topic, ["priority"] = priority, ["until"] = Day(until), ["languages"] = languages };
        if (assessment is not null) fields["assessment"] = assessment;
        return Of(key, EntryKind.Need, fields);
    }

    private static (string Key, EntryKind Kind, Dictionary<string, string> Fields) Money(string key, string project, string type, string amount, string currency, DateOnly start, DateOnly? end)
    {
        var fields = new Dictionary<string, string> { ["project"] = project, ["type"] = type, ["amount"] = amount, ["currency"] = currency, ["start"] = Day(start) };
        if (end is { } last) fields["end"] = Day(last);
        return Of(key, EntryKind.Money, fields);
    }

    private static (string Key, EntryKind Kind, Dictionary<string, string> Fields) Period(string key, string indicator, DateOnly start, DateOnly end, string target, string actual) =>
        Of(key, EntryKind.Period, new() { ["indicator"] = indicator, ["start"] = Day(start), ["end"] = Day(end), ["target"] = target, ["actual"] = actual });

    private static (string Key, EntryKind Kind, Dictionary<string, string> Fields) Of(string key, EntryKind kind, Dictionary<string, string> fields)
    {
        fields["marking"] = "amber";
        fields["source"] = Source;
        fields["confidence"] = "C";
        return (key, kind, fields);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
