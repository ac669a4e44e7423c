using EssConsult.Tally;

namespace EssConsult.Voting.Features.Votes;

/// <summary>A step of the count as a sentence: French, a key of the translations, with its values.</summary>
internal sealed record TraceSentence(string Sentence, params object[] Values)
{
    public static TraceSentence Of(TraceStep step, IReadOnlyDictionary<string, string> labels)
    {
        string Number(string name) => FigureWords.Shown(step.Numbers.GetValueOrDefault(name));
        var all = string.Join(", ", step.Options.Select(id => $"« {labels[id]} »"));
        string Option(int place) => place < step.Options.Count ? $"« {labels[step.Options[place]]} »" : "–";
        var values = step.Values is null ? string.Empty : string.Join(" ; ", step.Values.OrderByDescending(pair => pair.Value).Select(pair => $"{labels.GetValueOrDefault(pair.Key, pair.Key)} {FigureWords.Shown(pair.Value)}"));
        return step.Kind switch
        {
            TraceKind.Counted => new("Les bulletins sont comptés. {0}", values),
            TraceKind.QuorumReached => new("Le quorum est atteint : {0} bulletins, il en fallait {1}.", Number("cast"), Number("needed")),
            TraceKind.QuorumMissed => new("Le quorum n’est pas atteint : {0} bulletins, il en fallait {1}. Rien n’est décidé.", Number("cast"), Number("needed")),
            TraceKind.MajorityReached => new("Majorité atteinte : {0}. Il fallait {1} sur {2}.", all, Number("needed"), Number("of")),
            TraceKind.MajorityMissed => new("Majorité manquée : {0}. Il fallait {1} sur {2}.", all, Number("needed"), Number("of")),
            TraceKind.Tie => new("Égalité entre {0} : {1} place à prendre.", all, Number("places")),
            TraceKind.TieDrawn => new("L’égalité est tirée au sort de façon vérifiable, dans cet ordre : {0}.", all),
            TraceKind.TieByEarlierRound => new("L’égalité se tranche par le tour {1} : {0}.", all, Number("round")),
            TraceKind.Elected => new("{0} l’emporte.", all),
            TraceKind.Eliminated => new("{0} est éliminé.", all),
            TraceKind.Quota => new("Le quota est de {0} voix, pour {1} sièges.", Number("quota"), Number("seats")),
            TraceKind.Round => new("Tour {0}. {1}", Number("round"), values),
            TraceKind.Transferred => new("Les voix de {0} passent aux choix suivants. {1}", all, values),
            TraceKind.PairLocked => new("{0} bat {1} par {2} à {3} : ce duel est retenu.", Option(0), Option(1), Number("for"), Number("against")),
            TraceKind.PairSkipped => new("{0} bat {1} par {2} à {3}, mais ce duel contredirait les précédents : il est écarté.", Option(0), Option(1), Number("for"), Number("against")),
            TraceKind.Path => new("{0} devance {1} : le plus fort chemin vaut {2} dans un sens, {3} dans l’autre.", Option(0), Option(1), Number("path"), Number("back")),
            TraceKind.Median => new("{0} : rang de la mention médiane {1} ; {2} au-dessus, {3} au-dessous.", all, Number("rank"), Number("above"), Number("below")),
            TraceKind.MiddleGrades => new("{0} et {1} ont {2} mentions médianes en commun ; la suivante les départage.", Option(0), Option(1), Number("removed")),
            TraceKind.Funded => new("{0} est financé pour {1} € ; il reste {2} €.", all, Number("cost"), Number("left")),
            TraceKind.TooDear => new("{0} coûte {1} € et il reste {2} € : pas financé.", all, Number("cost"), Number("left")),
            TraceKind.Stopped => new("On s’arrête là ; il reste {0} €.", Number("left")),
            TraceKind.Share => new("Chaque bulletin possède {0} € du budget.", Number("share")),
            TraceKind.ShareRaised => new("La part est portée à {0} €.", Number("share")),
            _ => new("Ce qui reste, {0} €, est attribué en complément.", Number("left")),
        };
    }
}
