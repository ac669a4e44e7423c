namespace EssConsult.Voting.Quarantine;

/// <summary>French, keys of the translations.</summary>
internal static class QuarantineWords
{
    public static string Label(this QuarantineReason reason) => reason switch
    {
        QuarantineReason.Disposable => "Adresse jetable",
        QuarantineReason.Token => "Même bulletin renvoyé",
        QuarantineReason.Sequence => "Adresses numérotées",
        QuarantineReason.Burst => "Rafale",
        QuarantineReason.Drip => "Goutte à goutte",
        QuarantineReason.Pattern => "Adresses fabriquées",
        _ => "Même boîte, autre orthographe",
    };

    /// <summary>The criterion as it is published; its values are <see cref="Values"/>.</summary>
    public static string Criterion(this QuarantineReason reason) => reason switch
    {
        QuarantineReason.Disposable => "L’adresse est d’un service dont les boîtes ne durent que quelques minutes.",
        QuarantineReason.Token => "Le même bulletin a été envoyé plus de {0} fois.",
        QuarantineReason.Sequence => "{0} adresses ou plus ne diffèrent que par leurs chiffres, et {1} % au moins de ces adresses font le même choix.",
        QuarantineReason.Burst => "{0} votes ou plus font le même choix dans la même minute, chacun envoyé en moins de {1} secondes.",
        QuarantineReason.Drip => "{0} votes ou plus, d’un même réseau ou d’un petit domaine, font le même choix à un rythme d’horloge (écart inférieur à {1} % de la moyenne).",
        QuarantineReason.Pattern => "{0} votes ou plus d’un petit domaine font le même choix, avec des adresses bâties de la même façon, ou à {1} % du domaine.",
        _ => "La même boîte sous une autre orthographe ne donne qu’un vote.",
    };

    public static object[] Values(this QuarantineReason reason, ScreeningRule rule) => reason switch
    {
        QuarantineReason.Token => [rule.FormUses],
        QuarantineReason.Sequence => [rule.SequenceNames, rule.SequencePercent],
        QuarantineReason.Burst => [rule.BurstPerMinute, rule.HurriedSeconds],
        QuarantineReason.Drip => [rule.DripBallots, rule.DripSpreadPercent],
        QuarantineReason.Pattern => [rule.PatternBallots, rule.PatternPercent],
        _ => [],
    };

    public static string Label(this QuarantineState state) => state switch
    {
        QuarantineState.Waiting => "À décider",
        QuarantineState.Proposed => "À confirmer",
        QuarantineState.Kept => "Gardé",
        _ => "Écarté",
    };
}
