using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes.Export;

internal sealed class RecipeExportWriter(Utf8JsonWriter json, ExportChoice choice) : IRecipeExportWriter
{
    private const int FlushEvery = 100;

    public List<(string Path, Func<Stream> Open)> Files { get; } = [];

    public bool WithAuthors => choice.WithAuthors;

    public bool Takes(string contentType) => choice.ContentTypes is null || choice.ContentTypes.Contains(contentType);

    public void Step(JsonObject step) => Plain(step).WriteTo(json);

    public async Task StepAsync(string name, string arrayKey, IAsyncEnumerable<JsonObject> entries, Action<JsonObject>? amend, CancellationToken ct)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartArray(arrayKey);
        var count = 0;
        await foreach (var entry in entries.WithCancellation(ct))
        {
            var plain = Plain(entry);
            amend?.Invoke(plain);
            plain.WriteTo(json);
            if (++count % FlushEvery == 0)
            {
                await json.FlushAsync(ct);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void File(string path, Func<Stream> open) => Files.Add((path, open));

    /// <summary>What people wrote must not run as a script where it is imported: a leading space makes an ordinary text of it.</summary>
    private static JsonObject Plain(JsonObject step) => step.Evaluated(text => RecipeExpression.TryRead(text, out _) ? " " + text : text);
}
