using System.Globalization;
using EssConsult.Forms.Questionnaires;
using Microsoft.Extensions.Localization;

namespace EssConsult.Forms.Features.Questionnaires;

/// <summary>What the buttons do to a list of questions, and what a questionnaire lacks.</summary>
internal static class QuestionList
{
    /// <param name="questions">As they were posted.</param>
    /// <param name="act"><c>ajouter:Scale</c>, <c>haut:2</c>, <c>bas:2</c>, <c>retirer:2</c>.</param>
    public static void Change(List<QuestionInput> questions, string? act)
    {
        var words = (act ?? string.Empty).Split(':');
        var (verb, what) = (words[0], words.ElementAtOrDefault(1));
        if (verb == "ajouter" && Enum.TryParse<QuestionKind>(what, out var kind) && questions.Count < Questionnaire.MostQuestions)
        {
            questions.Add(new QuestionInput { Name = FreeName(questions), Kind = kind });
        }
        else if (int.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < questions.Count)
        {
            var question = questions[index];
            var place = verb switch { "haut" => index - 1, "bas" => index + 1, _ => index };
            if (verb == "retirer" || (place != index && place >= 0 && place < questions.Count))
            {
                questions.RemoveAt(index);
            }

            if (verb != "retirer" && !questions.Contains(question))
            {
                questions.Insert(place, question);
            }
        }
    }

    /// <param name="title">Of the questionnaire.</param>
    /// <param name="questions">All of them.</param>
    /// <param name="isOpening">A draft may lack what an open questionnaire needs.</param>
    /// <param name="tell">Takes each sentence.</param>
    /// <param name="words">The sentences in the reader's language.</param>
    public static void Check(string title, List<Question> questions, bool isOpening, Action<string> tell, IStringLocalizer words)
    {
        if (title.Length == 0)
        {
            tell(words["Donnez un titre au questionnaire."]);
        }

        if (!isOpening)
        {
            return;
        }

        if (questions.Count == 0)
        {
            tell(words["Ajoutez au moins une question."]);
        }

        foreach (var (index, question) in questions.Index())
        {
            var earlier = questions.Take(index).FirstOrDefault(other => other.Name == question.OnlyIf);
            if (question.Text.Length == 0)
            {
                tell(words["La question {0} n’a pas de texte.", index + 1]);
            }

            if (question.Kind is QuestionKind.OneChoice or QuestionKind.SeveralChoices && question.Options.Count < 2)
            {
                tell(words["La question {0} propose moins de deux réponses.", index + 1]);
            }

            if (question.OnlyIf is not null && (earlier is null || string.IsNullOrEmpty(question.Is)))
            {
                tell(words["La condition de la question {0} demande une question qui vient avant elle, et une réponse.", index + 1]);
            }
            else if (earlier is { Kind: QuestionKind.OneChoice } && !earlier.Options.Contains(question.Is, StringComparer.OrdinalIgnoreCase))
            {
                tell(words["La condition de la question {0} attend une réponse qui n’est pas proposée : {1}.", index + 1, question.Is!]);
            }
        }
    }

    private static string FreeName(List<QuestionInput> questions) =>
        Enumerable.Range(1, int.MaxValue).Select(number => $"Q{number}").First(name => questions.TrueForAll(question => question.Name != name));
}
