using EssConsult.Prize.Editions;

namespace EssConsult.Prize.Entries;

/// <summary>The settings of a question, asked for where an administrator sets up its field.</summary>
internal sealed class QuestionSettings : IFieldSettings
{
    public IEnumerable<SettingInput> SettingsOf(ContentTypeDefinition type, FieldDefinition field)
    {
        if (type.Options.Stereotype != PrizePartForm.Questions)
        {
            yield break;
        }

        yield return new SettingInput(Path(nameof(PrizeQuestionSettings.Public)), "Réponse publique : elle paraît dans la galerie", FieldSettingKind.Flag);
        if (field.FieldName is "TextField" or "MarkdownField")
        {
            yield return new SettingInput(Path(nameof(PrizeQuestionSettings.MostCharacters)), "Longueur de la réponse, en caractères au plus", FieldSettingKind.Number) { Whole = true, Hint = "Comptée pendant que l’on écrit, exigée à l’envoi. Vide : sans limite." };
        }

        if (field.FieldName == "MediaField")
        {
            yield return new SettingInput(Path(nameof(PrizeQuestionSettings.MostMegabytes)), "Poids d’un fichier, en Mo au plus", FieldSettingKind.Number) { Whole = true, Hint = "Vide : 10 Mo. La limite du site vaut aussi." };
        }

        yield return new SettingInput(Path(nameof(PrizeQuestionSettings.AfterEligibility)), "Demandée après la recevabilité, aux dossiers recevables seuls", FieldSettingKind.Flag);
        var gates = type.Fields.TakeWhile(one => one.Name != field.Name).Where(one => Question.Choices(one).Count > 0).Select(one => (one.Name, one.DisplayName)).ToList();
        if (gates.Count > 0)
        {
            yield return new SettingInput(Path(nameof(PrizeQuestionSettings.ShownIf)), "Ne la poser que selon la réponse à", FieldSettingKind.Choice) { Choices = [(string.Empty, "Toujours la poser"), .. gates] };
            yield return new SettingInput(Path(nameof(PrizeQuestionSettings.ShownIfAnswers)), "Réponses qui la font poser", FieldSettingKind.Lines) { Hint = "Une par ligne, telles qu’on les lit : Oui, Non, ou une réponse de la liste." };
        }
    }

    private static string Path(string setting) => $"{nameof(PrizeQuestionSettings)}.{setting}";
}
