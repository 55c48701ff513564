using System.Text;
using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>The extensions of an object: predefined ones by their shape, others by what section 7.3 asks.</summary>
internal sealed class ExtensionRules(Reporter reporter, ShapeRules shapes)
{
    private const string Definition = "extension-definition--";

    /// <summary>What the extensions of an object say about the object itself.</summary>
    /// <param name="Any">There are some.</param>
    /// <param name="TopLevel">Properties of the object belong to an extension.</param>
    /// <param name="NewObject">The type is made by an extension.</param>
    /// <param name="NewObservable">The type is made by an extension as a cyber-observable.</param>
    internal readonly record struct Found(bool Any, bool TopLevel, bool NewObject, bool NewObservable);

    public Found Look(JsonElement item)
    {
        if (!item.TryGetProperty("extensions"u8, out var extensions) || extensions.ValueKind != JsonValueKind.Object) return default;
        var (any, topLevel, newObject, observable) = (false, false, false, false);
        foreach (var extension in extensions.EnumerateObject())
        {
            any = true;
            if (extension.Value.ValueKind != JsonValueKind.Object || !extension.Value.TryGetProperty("extension_type"u8, out var type) || type.ValueKind != JsonValueKind.String) continue;
            topLevel |= type.ValueEquals("toplevel-property-extension"u8);
            observable |= type.ValueEquals("new-sco"u8);
            newObject |= type.ValueEquals("new-sdo"u8) || type.ValueEquals("new-sro"u8) || type.ValueEquals("new-sco"u8);
        }

        if (!any) reporter.ErrorAt("extensions", "empty", "The dictionary is empty, which STIX forbids; leave the property out.");
        return new Found(any, topLevel, newObject, observable);
    }

    public void Check(JsonElement item, string type)
    {
        reporter.Enter("extensions");
        HashSet<string> names = [];
        foreach (var extension in item.GetProperty("extensions"u8).EnumerateObject())
        {
            var name = extension.Name;
            reporter.Enter(name);
            if (!names.Add(name)) reporter.Error("duplicate-name", $"'{name}' stands twice.");
            CheckOne(name, extension.Value, type);
            reporter.Leave();
        }

        reporter.Leave();
    }

    private void CheckOne(string name, JsonElement extension, string type)
    {
        if (extension.ValueKind != JsonValueKind.Object)
        {
            reporter.Error("type", $"{JsonBytes.Shown(extension)} stands where an object is expected.");
            return;
        }

        if (TypeTable.Extensions.TryGetValue(name, out var shape))
        {
            if (shape.Extends != type) reporter.Error("extension", $"'{name}' extends {shape.Extends}, not {type}; leave it out.");
            else shapes.Check(extension, shape, shape.Required, covered: false);
            return;
        }

        if (name.StartsWith(Definition, StringComparison.Ordinal)) CheckDefined(name, extension);
        else CheckCustom(name);
        shapes.CheckValues(extension);
    }

    private void CheckDefined(string name, JsonElement extension)
    {
        if (!StixIdentifier.TryParse(Encoding.UTF8.GetBytes(name), out var identifier)) reporter.Error("identifier", $"'{name}' is no identifier; it is extension-definition, two hyphens and a UUID.");
        else if (identifier.Version != 4) reporter.Warn("id-version", $"The UUID is of version {identifier.Version}; the identifier of an extension-definition is random (version 4).");
        if (!extension.TryGetProperty("extension_type"u8, out var kind)) reporter.Error("required", "'extension_type' is missing; an extension must say of which kind it is.");
        else if (!JsonBytes.TryGetString(kind, out var word) || !TypeTable.Words["extension-type"].Contains(word))
            reporter.ErrorAt("extension_type", "enumeration", $"{JsonBytes.Shown(kind)} is not one of: {string.Join(", ", TypeTable.Words["extension-type"].Order(StringComparer.Ordinal))}.");
    }

    private void CheckCustom(string name)
    {
        if (!Formats.IsKey(Encoding.UTF8.GetBytes(name))) reporter.Error("dictionary-key", $"'{name}' is no name for an extension: letters, digits, hyphen and underscore.");
        reporter.Warn("custom-extension", $"'{name}' is a custom extension of the old way; give it an extension-definition and use its identifier here.");
    }
}
