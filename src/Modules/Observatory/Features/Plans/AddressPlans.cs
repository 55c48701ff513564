using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Noroshi.Contracts;
using Noroshi.Observatory.Enrichment;
using Noroshi.Shell.Access;
using Noroshi.Storage;

namespace Noroshi.Observatory.Features;

/// <summary>Versions of the own address plan: which prefix belongs to which organisation and sector. The latest names what is imported from now on.</summary>
internal sealed class AddressPlans(RecordStore records, NodeOptions options, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Plans are small; what is larger is another file.</summary>
    internal const int LongestPlan = 8 << 20;

    private const string Columns = "version, file_name, sha256, organisations, uploaded_by, uploaded_name, uploaded_at";

    /// <summary>Latest first.</summary>
    internal Task<IReadOnlyList<AddressPlanVersion>> ListAsync(CancellationToken cancel) =>
        records.QueryAsync<AddressPlanVersion>($"SELECT {Columns} FROM observatory_address_plans ORDER BY version DESC", null, cancel);

    internal Task<string?> ContentAsync(long version, CancellationToken cancel) =>
        records.FirstAsync<string>("SELECT content FROM observatory_address_plans WHERE version = @version", new { version }, cancel);

    /// <summary>Reads a plan strictly without keeping it.</summary>
    /// <exception cref="EnrichmentFileException">Which row and column is wrong, and what to do.</exception>
    internal static AddressPlan Check(string content, string fileName) => AddressPlan.Read(new StringReader(content), fileName);

    /// <summary>Puts a checked plan in force and keeps it as the next version.</summary>
    /// <exception cref="EnrichmentFileException">Which row and column is wrong, and what to do.</exception>
    internal async Task<long> AdoptAsync(ClaimsPrincipal person, string content, string fileName, CancellationToken cancel)
    {
        var plan = Check(content, fileName);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        var version = await records.TransactAsync(
            async transaction =>
            {
                await transaction.LockAsync("observatory.plan", cancel);
                var next = await transaction.FirstAsync<long>("SELECT COALESCE(MAX(version), 0) + 1 FROM observatory_address_plans", null, cancel);
                await transaction.ExecuteAsync(
                    $"INSERT INTO observatory_address_plans ({Columns}, content) VALUES (@next, @fileName, @sha256, @organisations, @by, @name, @now, @content)",
                    new { next, fileName, sha256, organisations = (long)plan.Organisations.Count, by = person.UserId(), name = person.DisplayName(), now = clock.GetUtcNow(), content },
                    cancel);
                // Within the transaction: where the file cannot be written, the version is not kept either.
                await WriteAsync(content, cancel);
                return next;
            },
            cancel);
        await audit.RecordAsync(
            new AuditEvent(clock.GetUtcNow(), "observatory.plan.adopt", person.UserId(), person.OrganisationId(), "address-plan:" + version.ToString(CultureInfo.InvariantCulture), true, new Dictionary<string, string> { ["sha256"] = sha256 }),
            cancel);
        return version;
    }

    private async Task WriteAsync(string content, CancellationToken cancel)
    {
        var path = Path.Combine(options.DataDirectory, "address-plan.csv");
        var partial = path + ".partial";
        await File.WriteAllTextAsync(partial, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancel);
        File.Move(partial, path, overwrite: true);
    }
}
