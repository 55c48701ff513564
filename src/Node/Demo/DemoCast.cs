using System.Security.Cryptography;
using System.Text.Json;
using Noroshi.Contracts;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Node.Demo;

/// <summary>Organisations and people of the exercise. Passwords are made anew for each folder and kept in it, readable by its owner alone.</summary>
internal static class DemoCast
{
    private const string AccountsFile = "exercise-accounts.json";

    private static readonly string[] Words =
    [
        "asagao", "bonbori", "chidori", "daidai", "enoki", "fujisan", "ginkgo", "hotaru", "ibuki", "kaede", "kumo", "matsuri",
        "minato", "momiji", "nagare", "namazu", "okami", "renge", "sakura", "shirabe", "suzume", "takibi", "tsubaki", "umibe",
        "wakaba", "yamabiko", "yukari", "zakuro", "hikari", "kasumi", "mikan", "noren",
    ];

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    private static readonly Organisation[] Organisations =
    [
        new() { Id = "csirt", Kind = OrganisationKind.Csirt, NameEn = "National CSIRT (EXERCISE)", NameJa = "国家CSIRT(演習)" },
        new() { Id = "ministry", Kind = OrganisationKind.Ministry, NameEn = "Ministry of Exercises (EXERCISE)", NameJa = "演習省(演習)" },
        new() { Id = "police", Kind = OrganisationKind.Police, NameEn = "Exercise Police (EXERCISE)", NameJa = "演習警察(演習)" },
        new() { Id = "aid", Kind = OrganisationKind.AidAgency, NameEn = "Exercise Aid Agency (EXERCISE)", NameJa = "演習援助機構(演習)" },
        new() { Id = "operator", Kind = OrganisationKind.InfrastructureOperator, NameEn = "Exercise Power and Hospital Group (EXERCISE)", NameJa = "演習電力・病院グループ(演習)" },
    ];

    /// <summary>One person for each role.</summary>
    internal static IReadOnlyList<DemoPerson> People { get; } =
    [
        new("analyst", "分析官 Analyst (EXERCISE)", "csirt", Role.Analyst),
        new("investigator", "捜査官 Investigator (EXERCISE)", "police", Role.Investigator),
        new("diplomat", "外交官 Diplomat (EXERCISE)", "ministry", Role.Diplomat),
        new("capacity", "能力構築担当 Capacity officer (EXERCISE)", "aid", Role.CapacityOfficer),
        new("operator", "事業者 Operator (EXERCISE)", "operator", Role.Operator),
        new("auditor", "監査人 Auditor (EXERCISE)", "ministry", Role.Auditor),
        new("administrator", "管理者 Administrator (EXERCISE)", "csirt", Role.Administrator),
    ];

    /// <summary>Makes whoever is missing; returns the password of each by their name.</summary>
    internal static async Task<IReadOnlyDictionary<string, string>> EnsureAsync(IServiceProvider services, CancellationToken cancel)
    {
        var passwords = Passwords(services.GetRequiredService<NodeOptions>().DataDirectory);
        var directory = services.GetRequiredService<OrganisationDirectory>();
        var known = (await directory.ListAsync(cancel)).Select(organisation => organisation.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var organisation in Organisations)
        {
            if (!known.Contains(organisation.Id)) await directory.CreateAsync(organisation, Actor.System, cancel);
        }

        var users = services.GetRequiredService<UserDirectory>();
        var there = (await users.ListAsync(cancel)).Select(user => user.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var person in People)
        {
            if (there.Contains(person.Name)) continue;
            await users.CreateAsync(new NewUser(person.Name, person.DisplayName, person.Organisation, [person.Role], passwords[person.Name]), Actor.System, cancel);
        }

        return passwords;
    }

    private static Dictionary<string, string> Passwords(string folder)
    {
        var path = Path.Combine(folder, AccountsFile);
        if (File.Exists(path))
        {
            try
            {
                var kept = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path));
                if (kept is not null && People.All(person => kept.ContainsKey(person.Name))) return kept;
            }
            catch (JsonException)
            {
                // Said below: without it nobody knows the passwords that the records hold hashes of.
            }

            throw new RefusalException($"{path} is damaged, and the passwords of the exercise are nowhere else. Delete the folder to begin the exercise anew.", RefusalException.Input);
        }

        // Written before the people are made: a crash in between leaves passwords without people, which the next run makes up for.
        var passwords = People.ToDictionary(person => person.Name, _ => NewPassword());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, passwords, Json);
        return passwords;
    }

    /// <summary>Three words and a number: about 30 bits, for invented data behind a lock on guessing, on this machine only.</summary>
    private static string NewPassword() =>
        string.Join('-', RandomNumberGenerator.GetItems<string>(Words, 3)) + "-" + RandomNumberGenerator.GetInt32(10_000, 100_000).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
