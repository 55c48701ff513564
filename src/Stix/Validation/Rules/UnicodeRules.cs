using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>Points to texts that are not Unicode: half of a surrogate pair that stands alone.</summary>
internal static class UnicodeRules
{
    public static void Tell(JsonElement value, Reporter reporter)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when !JsonBytes.TryGetString(value, out _):
                reporter.Error("unicode", "The text is not Unicode: half of a surrogate pair stands alone. Write it again.");
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    reporter.Enter(index++);
                    Tell(item, reporter);
                    reporter.Leave();
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    if (!JsonBytes.TryGetName(member, out var name))
                    {
                        reporter.Error("unicode", "The name of a property is not Unicode: half of a surrogate pair stands alone. Write it again.");
                        continue;
                    }

                    reporter.Enter(name);
                    Tell(member.Value, reporter);
                    reporter.Leave();
                }

                break;
            default:
                break;
        }
    }
}
