using System.Text.Json;
using System.Text.Json.Serialization;

namespace EssConsult.Forms.Answers;

/// <summary>What somebody answered to one question. The label is kept beside it: the form may change.</summary>
/// <param name="Values">Several where several could be chosen; names of files for files; none where nothing was answered.</param>
internal sealed record Answer(
    [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("label")] string Label, [property: JsonPropertyName("values")] IReadOnlyList<string> Values)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [JsonIgnore]
    public string Text => string.Join(", ", Values);

    public static string Write(IEnumerable<Answer> answers) => JsonSerializer.Serialize(answers, Json);

    public static IReadOnlyList<Answer> Read(string json) => JsonSerializer.Deserialize<List<Answer>>(json, Json) ?? [];
}

/// <summary>A file that came with a form and was looked at; not yet kept.</summary>
internal sealed record AnswerFile(string Field, ReadUpload Upload);

/// <summary>A sentence about one question, or about the form as a whole when <see cref="Name"/> is empty.</summary>
internal sealed record AnswerError(string Name, string Sentence);

/// <summary>A form that was sent and read.</summary>
internal sealed record CheckedAnswers(IReadOnlyList<Answer> Answers, IReadOnlyList<AnswerFile> Files, IReadOnlyList<AnswerError> Errors)
{
    /// <summary>The first e-mail address among the answers.</summary>
    public string? Address { get; init; }
}
