using System.Text.Json;
using Noroshi.Storage;

namespace Noroshi.Shell;

/// <summary>Reads the arguments of a <see cref="ControlVerb"/>.</summary>
public static class ControlRequest
{
    /// <summary>A text that must be there.</summary>
    /// <exception cref="RefusalException">It is missing or empty.</exception>
    public static string Text(this JsonElement request, string name) => request.Optional(name) is { Length: > 0 } text
        ? text
        : throw new RefusalException($"'{name}' is missing.", RefusalException.Input);

    /// <summary>A text that may be left out.</summary>
    public static string? Optional(this JsonElement request, string name) =>
        request.ValueKind == JsonValueKind.Object && request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>True only where the argument is there and true.</summary>
    public static bool Truth(this JsonElement request, string name) =>
        request.ValueKind == JsonValueKind.Object && request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
