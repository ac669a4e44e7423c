using EssConsult.Forms.Answers;
using EssConsult.Forms.Outline;
using EssConsult.Forms.Submissions;

namespace EssConsult.Forms.Questionnaires;

/// <param name="Count">How many chose it.</param>
/// <param name="Percent">Of those who answered the question, rounded.</param>
internal sealed record ResultLine(string Text, int Count, int Percent);

/// <summary>What the answers to one question come to.</summary>
/// <param name="Answered">How many answered it.</param>
/// <param name="Lines">Of a choice in the order of the form, of numbers and dates in theirs; empty for texts.</param>
/// <param name="Mean">Of numbers and scales.</param>
/// <param name="Texts">The latest texts.</param>
internal sealed record QuestionResult(string Label, int Answered, IReadOnlyList<ResultLine> Lines, decimal? Mean, decimal? Least, decimal? Most, IReadOnlyList<string> Texts);

internal sealed class Results(SiteDb db)
{
    private const int MostTexts = 20;
    private const int MostLines = 60;

    /// <summary>Reads every answer once; only counts and the latest texts stay in memory.</summary>
    public async Task<(int Total, IReadOnlyList<QuestionResult> Questions)> OfAsync(FormOutline form, CancellationToken ct)
    {
        var total = 0;
        var tallies = form.Fields.Where(field => field.Kind is not (FieldKind.File or FieldKind.Secret or FieldKind.Hidden)).ToDictionary(field => field.Name, field => new Tally(field));
        await foreach (var json in db.Set<FormSubmission>().Where(row => row.FormId == form.FormId).OrderByDescending(row => row.AtUtc).Select(row => row.Answers).AsAsyncEnumerable().WithCancellation(ct))
        {
            total++;
            foreach (var answer in Answer.Read(json))
            {
                tallies.GetValueOrDefault(answer.Name)?.Add(answer);
            }
        }

        return (total, [.. tallies.Values.Select(tally => tally.Close())]);
    }

    private sealed class Tally(FormField field)
    {
        private readonly Dictionary<string, int> counts = [];
        private readonly List<string> texts = [];
        private int answered;
        private int numbers;
        private decimal sum;
        private decimal? least;
        private decimal? most;

        private readonly bool isCounted = field.Kind is FieldKind.Choice or FieldKind.Choices or FieldKind.Radio or FieldKind.Checkbox or FieldKind.Date or FieldKind.Number;

        public void Add(Answer answer)
        {
            if (answer.Values.Count == 0)
            {
                return;
            }

            answered++;
            foreach (var value in answer.Values)
            {
                if (isCounted && FieldSentence.TryNumber(value, out var number))
                {
                    (numbers, sum, least, most) = (numbers + 1, sum + number, least is null || number < least ? number : least, most is null || number > most ? number : most);
                }

                if (isCounted)
                {
                    counts[value] = counts.GetValueOrDefault(value) + 1;
                }
                else if (texts.Count < MostTexts)
                {
                    texts.Add(value);
                }
            }
        }

        public QuestionResult Close()
        {
            // An option that was renamed keeps its answers, behind those of today. Numbers and dates stand in their order.
            var found = counts.Keys.OrderBy(text => FieldSentence.TryNumber(text, out var number) ? number : 0).ThenBy(text => text, StringComparer.CurrentCulture);
            var options = field.Options.Select(option => option.Text).Where(text => text.Length > 0 && field.Kind is FieldKind.Choice or FieldKind.Choices).Concat(found).Distinct().Take(MostLines);
            var isNumeric = numbers > 0 && numbers == answered && (field.Kind is FieldKind.Number or FieldKind.Choice);
            return new QuestionResult(
                field.Label, answered, [.. options.Select(text => new ResultLine(text, counts.GetValueOrDefault(text), answered == 0 ? 0 : (int)Math.Round(100m * counts.GetValueOrDefault(text) / answered)))],
                isNumeric ? Math.Round(sum / numbers, 2) : null, isNumeric ? least : null, isNumeric ? most : null, texts);
        }
    }
}
