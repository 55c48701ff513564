namespace Noroshi.Observatory.Api;

/// <summary>What the store holds for a viewer; presets and the default period are counted back from its end.</summary>
internal readonly record struct Held(DateTimeOffset First, DateTimeOffset Last)
{
    /// <summary>Midnight (UTC) after the last minute held: whole days keep unique hosts exact.</summary>
    internal DateTimeOffset EndOfLastDay => new DateTimeOffset(Last.UtcDateTime.Date, TimeSpan.Zero).AddDays(1);
}
