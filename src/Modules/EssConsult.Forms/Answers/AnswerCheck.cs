using EssConsult.Forms.Outline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;

namespace EssConsult.Forms.Answers;

/// <summary>Reads what was posted against what the form asks. What the form does not ask is not read.</summary>
internal sealed class AnswerCheck(IUploads uploads, IStringLocalizer words)
{
    private const long Megabyte = 1_000_000;

    public async Task<CheckedAnswers> ReadAsync(FormOutline form, IFormCollection posted, CancellationToken ct)
    {
        var (answers, files, errors) = (new List<Answer>(), new List<AnswerFile>(), new List<AnswerError>());
        string? address = null;
        foreach (var field in form.Fields)
        {
            var isAsked = field.Visibility?.IsShown(name => posted[name].ToString()) ?? true;
            if (field.Kind == FieldKind.File)
            {
                files.AddRange(await ReadFilesAsync(field, isAsked, posted.Files.GetFiles(field.Name), errors, ct));
                answers.Add(new Answer(field.Name, field.Label, [.. files.Where(file => file.Field == field.Name).Select(file => file.Upload.FileName)]));
                continue;
            }

            // What a condition hides was not asked: a browser may still send what was typed before.
            var values = isAsked ? Values(field, posted[field.Name]) : [];
            if (FieldSentence.Of(field, values, isAsked, words) is { } sentence)
            {
                errors.Add(new AnswerError(field.Name, sentence));
            }

            if (field.Kind != FieldKind.Secret)
            {
                answers.Add(new Answer(field.Name, field.Label, [.. values.Select(value => Shown(field, value))]));
                address ??= field.Kind == FieldKind.Email && values.Count > 0 ? EmailAddress.Clean(values[0]) : null;
            }
        }

        return new CheckedAnswers(answers, files, errors) { Address = address };
    }

    private static IReadOnlyList<string> Values(FormField field, StringValues posted)
    {
        var values = posted.Select(TypedText.Clean).Where(value => value.Length > 0).ToList();
        return field.Kind == FieldKind.Choices ? [.. values.Distinct()] : values.Count == 0 ? [] : [values[^1]];
    }

    /// <summary>A choice is kept by the words that were read.</summary>
    private static string Shown(FormField field, string value) => field.Kind is FieldKind.Choice or FieldKind.Choices
        ? field.Options.FirstOrDefault(option => option.Value == value)?.Text ?? value
        : value;

    private async Task<IReadOnlyList<AnswerFile>> ReadFilesAsync(FormField field, bool isAsked, IReadOnlyList<IFormFile> files, List<AnswerError> errors, CancellationToken ct)
    {
        var sent = files.Where(file => file.Length > 0).ToList();
        var read = new List<AnswerFile>();
        if (isAsked && field.Rules.Required && sent.Count == 0)
        {
            errors.Add(new AnswerError(field.Name, words["Joignez un fichier : « {0} ».", field.Label]));
        }
        else if (sent.Count > field.Rules.MaxFiles)
        {
            errors.Add(new AnswerError(field.Name, words["« {0} » : {1} fichiers au plus.", field.Label, field.Rules.MaxFiles]));
            return read;
        }

        foreach (var file in sent)
        {
            try
            {
                await using var content = file.OpenReadStream();
                var upload = await uploads.ReadAsync(content, file.FileName, (field.Rules.MaxMegabytes ?? int.MaxValue) * Megabyte, ct);
                if (field.Rules.Kinds is { } kinds && upload.IsImage != (kinds == "images"))
                {
                    throw new RuleException("form.kind", upload.IsImage ? "Une image n’est pas acceptée ici : {0}." : "Seules des images sont acceptées ici : {0}.", upload.FileName);
                }

                read.Add(new AnswerFile(field.Name, upload));
            }
            catch (RuleException broken)
            {
                errors.Add(new AnswerError(field.Name, words["« {0} » : {1}", field.Label, words[broken.Message, broken.Values].Value]));
            }
        }

        return read;
    }
}
