using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell.Access;

namespace Noroshi.Observatory.Features;

/// <summary>Adds sensors, gives them tokens, retires them: each recorded in the audit log, each only within one's own organisation.</summary>
internal sealed class ManageSensors(SensorRecords sensors, Viewers viewers, IAuditLog audit, TimeProvider clock)
{
    /// <summary>The token of the new sensor, shown once; null when the name is taken.</summary>
    internal async Task<string?> AddAsync(ClaimsPrincipal person, string name, CountryCode country, string kind, CancellationToken cancel)
    {
        var token = SensorToken.Create();
        var owner = person.OrganisationId() ?? throw new InvalidOperationException("A sensor needs an owner, and the caller has no organisation.");
        var added = await sensors.AddAsync(name, owner, country, kind, SensorToken.Hash(token), person.UserId(), cancel);
        await RecordAsync(person, "observatory.sensor.add", name, added, cancel);
        return added ? token : null;
    }

    /// <summary>The new token, shown once; null when there is no such sensor that the person may manage.</summary>
    internal async Task<string?> ReplaceTokenAsync(ClaimsPrincipal person, string name, CancellationToken cancel)
    {
        if (!await MayAsync(person, name, cancel)) return null;
        var token = SensorToken.Create();
        var replaced = await sensors.ReplaceTokenAsync(name, SensorToken.Hash(token), cancel);
        await RecordAsync(person, "observatory.sensor.token", name, replaced, cancel);
        return replaced ? token : null;
    }

    /// <summary>False when there is no such sensor in use that the person may manage.</summary>
    internal async Task<bool> RetireAsync(ClaimsPrincipal person, string name, CancellationToken cancel)
    {
        if (!await MayAsync(person, name, cancel)) return false;
        var retired = await sensors.RetireAsync(name, cancel);
        await RecordAsync(person, "observatory.sensor.retire", name, retired, cancel);
        return retired;
    }

    private async Task<bool> MayAsync(ClaimsPrincipal person, string name, CancellationToken cancel) =>
        SensorName.IsValid(name) && await sensors.FindAsync(name, cancel) is { } sensor && await viewers.ManagesAsync(person, sensor, cancel);

    private Task RecordAsync(ClaimsPrincipal person, string act, string name, bool succeeded, CancellationToken cancel) => audit.RecordAsync(
        new AuditEvent(clock.GetUtcNow(), act, person.UserId(), person.OrganisationId(), "sensor:" + name, succeeded), cancel);
}
