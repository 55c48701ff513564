using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Noroshi.Contracts;
using Noroshi.Storage;

namespace Noroshi.Shell.ReferenceData;

/// <summary>Puts the reference data at the service of pages and modules.</summary>
internal static partial class ReferenceDataServices
{
    /// <summary>Registers <see cref="ReferenceTables"/>, <see cref="StateRegister"/> and <see cref="IStateNames"/>; the data is read once, when first asked for or when the node starts.</summary>
    public static IServiceCollection AddReferenceData(this IServiceCollection services)
    {
        services.AddSingleton(provider => Read(provider.GetRequiredService<NodeOptions>(), provider.GetService<ILoggerFactory>()));
        services.AddSingleton(provider => Register(provider.GetRequiredService<ReferenceTables>(), provider.GetRequiredService<NodeOptions>()));
        services.AddSingleton<IStateNames>(provider => provider.GetRequiredService<StateRegister>());
        services.AddSingleton<IPaletteSource, StatePalette>();
        services.AddSingleton<IStateProfileSource, MembershipProfile>();
        services.AddHostedService<ReferenceDataAtStart>();
        return services;
    }

    private static StateRegister Register(ReferenceTables tables, NodeOptions options) =>
        tables.IsThere ? StateRegisterReader.Read(tables).Naming(DisplayNames.Read(options.DataDirectory)) : StateRegister.Empty;

    private static ReferenceTables Read(NodeOptions options, ILoggerFactory? loggers)
    {
        var folder = options.ReferenceData;
        if (Directory.Exists(Path.Combine(folder, "states"))) return ReferenceTables.Read(folder);
        if (loggers?.CreateLogger(typeof(StateRegister)) is { } logger) LogMissing(logger, folder);
        return ReferenceTables.Empty;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no reference data in {Folder}: names of states are shown as their codes. Set NOROSHI_REFERENCE to the folder that holds states/.")]
    private static partial void LogMissing(ILogger logger, string folder);
}
