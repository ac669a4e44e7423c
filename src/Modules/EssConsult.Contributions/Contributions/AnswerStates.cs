namespace EssConsult.Contributions;

internal static class AnswerStates
{
    public static string Label(this AnswerState state) => state switch
    {
        AnswerState.UnderReview => "À l’étude",
        AnswerState.Accepted => "Retenue",
        AnswerState.PartlyAccepted => "Retenue en partie",
        AnswerState.Declined => "Non retenue",
        AnswerState.OutOfScope => "Hors compétence",
        _ => "Déjà en cours",
    };

    /// <summary>The theme's class beside <c>state</c>.</summary>
    public static string CssClass(this AnswerState state) => state switch
    {
        AnswerState.UnderReview => "state-studying",
        AnswerState.Accepted => "state-accepted",
        AnswerState.PartlyAccepted => "state-partly",
        AnswerState.Declined => "state-declined",
        AnswerState.OutOfScope => "state-outside",
        _ => "state-underway",
    };
}
