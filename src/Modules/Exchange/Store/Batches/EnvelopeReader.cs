using System.Text.Json;

namespace Noroshi.Exchange.Store;

/// <summary>Finds the objects of an envelope or bundle in its bytes, without building what they hold.</summary>
internal static class EnvelopeReader
{
    /// <summary>The bytes of each object, in order; null when it is no envelope, and then why.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>>? Read(ReadOnlyMemory<byte> body, out string problem)
    {
        List<ReadOnlyMemory<byte>> objects = [];
        var lists = 0;
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                problem = "An envelope is a JSON object with a list 'objects'.";
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isList = reader.ValueTextEquals("objects"u8);
                reader.Read();
                if (!isList)
                {
                    reader.Skip();
                    continue;
                }

                if (reader.TokenType != JsonTokenType.StartArray || lists++ > 0)
                {
                    problem = lists > 1 ? "'objects' is there twice." : "'objects' is a list.";
                    return null;
                }

                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    var start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    objects.Add(body[start..(int)reader.BytesConsumed]);
                }
            }

            if (reader.TokenType == JsonTokenType.EndObject && !reader.Read())
            {
                problem = "";
                return objects;
            }

            problem = "Something follows the end of the envelope.";
            return null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            problem = $"This is not JSON: {wrong.Message}";
            return null;
        }
    }
}
