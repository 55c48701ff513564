using System.Globalization;
using Noroshi.Storage;

namespace Noroshi.Node.Hosting;

/// <summary>
/// The machine's clock, wrong by a fixed number of seconds: what exercises and tests see of a node whose clock nobody set. Timers run as ever.
/// </summary>
internal sealed class ShiftedClock(TimeSpan offset) : TimeProvider
{
    internal const string Variable = "NOROSHI_CLOCK_OFFSET";

    /// <summary>The clock of a node: the machine's, or as far from it as the environment says.</summary>
    /// <exception cref="RefusalException">The variable is no number of seconds, or the node is none of an exercise.</exception>
    internal static TimeProvider For(NodeOptions options) => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } asked ? Read(asked, options.Exercise) : System;

    internal static TimeProvider Read(string asked, bool exercise)
    {
        if (!int.TryParse(asked, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            throw new RefusalException($"{Variable} is '{asked}', which is no number of seconds. Give for example 600 or -600, or unset it.", RefusalException.Input);
        return exercise
            ? new ShiftedClock(TimeSpan.FromSeconds(seconds))
            : throw new RefusalException($"{Variable} makes the clock wrong on purpose and is for exercises alone. Unset it, or serve with --exercise.", RefusalException.Input);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
}
