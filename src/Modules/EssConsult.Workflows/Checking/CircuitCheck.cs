using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Editing;

namespace EssConsult.Workflows.Checking;

/// <summary>Looks at a drawing before it may run: what nobody reaches, what never ends, what was left unsaid.</summary>
internal sealed class CircuitCheck(ActivityKinds kinds, SettingCheck settings, TimeProvider clock)
{
    /// <summary>What is wrong, faults first, in the order of the boxes.</summary>
    public IReadOnlyList<Finding> Of(WorkflowType type)
    {
        var found = new List<Finding>();
        found.AddRange(Whole(type));
        var reached = Reached(type);
        foreach (var activity in type.Activities)
        {
            found.AddRange(Box(type, activity, reached));
        }

        found.AddRange(new CircleCheck(type, kinds).Find());
        return [.. found.OrderByDescending(finding => finding.Gravity)];
    }

    private static IEnumerable<Finding> Whole(WorkflowType type)
    {
        if (string.IsNullOrWhiteSpace(type.Json.AnyText("Name")))
        {
            yield return Finding.Fault("unnamed", null, "Le circuit n’a pas de nom.");
        }

        if (type.Activities.Count == 0)
        {
            yield return Finding.Fault("empty", null, "Le circuit est vide.");
        }
        else if (!type.Activities.Any(activity => activity.IsStart))
        {
            yield return Finding.Fault("no-start", null, "Rien ne fait commencer ce circuit : choisissez un départ.");
        }

        foreach (var double_ in type.Activities.GroupBy(activity => activity.Id).Where(group => group.Count() > 1))
        {
            yield return Finding.Fault("same-id", double_.Key, "Deux étapes ont le même identifiant.");
        }

        foreach (var edge in type.Transitions.Where(edge => type.Find(edge.Source) is null || type.Find(edge.Destination) is null))
        {
            yield return Finding.Fault("loose-end", type.Find(edge.Source)?.Id ?? type.Find(edge.Destination)?.Id, "Une flèche ne mène d’aucune étape à aucune autre : « {0} ».", edge.Outcome);
        }

        foreach (var name in type.Activities.Where(activity => activity.IsStart).GroupBy(activity => activity.Name).Where(group => group.Count() > 1))
        {
            yield return Finding.Doubt("second-start", name.Last().Id, "De plusieurs départs sur le même événement, seul le premier commence.");
        }

        if (Holds(type) && !type.Activities.Any(activity => activity.Name == "EssPublishContributionTask"))
        {
            yield return Finding.Fault("holds-for-ever", null, "Les contributions attendraient ce circuit, qui n’en publie aucune.");
        }
    }

    private IEnumerable<Finding> Box(WorkflowType type, ActivityRecord activity, HashSet<string> reached)
    {
        if (kinds.Describe(activity.Name) is not { } description)
        {
            yield return Finding.Doubt("not-here", activity.Id, "« {0} » ne tourne pas ici : cette branche s’arrêtera là.", activity.Name);
            yield break;
        }

        if (activity.IsStart && !description.IsEvent)
        {
            yield return Finding.Fault("start-is-no-event", activity.Id, "Un circuit ne peut commencer que par un événement.");
        }

        if (!reached.Contains(activity.Id))
        {
            yield return Finding.Fault("unreachable", activity.Id, "Aucun chemin ne mène à cette étape.");
        }

        foreach (var finding in Ways(type, activity, description).Concat(settings.Of(activity, description, clock.UtcNow())))
        {
            yield return finding;
        }

        if (description.Category == Contracts.ActivityCategory.Web && NeedsRequest(activity.Name) && !FromRequest(type, activity))
        {
            yield return Finding.Fault("no-request", activity.Id, "Cette étape répond à quelqu’un qui envoie un formulaire : le circuit doit commencer par là.");
        }
    }

    private static IEnumerable<Finding> Ways(WorkflowType type, ActivityRecord activity, Contracts.ActivityDescription description)
    {
        var edges = type.From(activity.Id).ToList();
        var outcomes = description.OutcomesOf(activity.Properties).Distinct().ToList();
        foreach (var edge in edges.Where(edge => !outcomes.Contains(edge.Outcome)).DistinctBy(edge => edge.Outcome))
        {
            yield return Finding.Fault("no-such-outcome", activity.Id, "Cette étape n’a pas de suite « {0} » : la flèche ne serait jamais prise.", edge.Outcome);
        }

        foreach (var twice in edges.GroupBy(edge => edge.Outcome).Where(group => group.Count() > 1))
        {
            yield return Finding.Fault("two-ways", activity.Id, "Deux flèches partent de « {0} » : seule la première serait prise. Pour mener plusieurs branches, ajoutez une étape « Mener plusieurs branches ».", twice.Key);
        }

        foreach (var edge in edges.Where(edge => edge.Destination == activity.Id))
        {
            yield return Finding.Fault("to-itself", activity.Id, "Une flèche qui revient à sa propre étape n’est pas suivie : « {0} ».", edge.Outcome);
        }

        var ends = activity.Properties.AnyTexts(CircuitDraft.Ends);
        foreach (var outcome in outcomes.Except(ends).Where(outcome => edges.TrueForAll(edge => edge.Outcome != outcome)))
        {
            if (IsChoice(activity.Name))
            {
                yield return Finding.Fault("missing-outcome", activity.Id, "Rien ne suit « {0} ».", outcome);
            }
            else if (edges.Count > 0 && outcome is not "Done" and not "Noop")
            {
                yield return Finding.Doubt("unused-outcome", activity.Id, "Rien ne suit « {0} » : la branche s’arrêterait là.", outcome);
            }
        }

        if (outcomes.Count == 0)
        {
            yield return Finding.Fault("no-outcome", activity.Id, "Cette étape n’a aucune suite : qui attend après elle attendrait toujours.");
        }

        if (activity.Name == nameof(UserTaskEvent) && activity.Properties.AnyTexts("Roles").Length == 0)
        {
            yield return Finding.Doubt("nobody-named", activity.Id, "Aucun rôle n’est nommé : seules les personnes qui gèrent les circuits pourront répondre.");
        }

        if (activity.Name == nameof(JoinTask) && type.To(activity.Id).Count() < 2)
        {
            yield return Finding.Doubt("join-of-one", activity.Id, "Une seule branche arrive ici : il n’y a rien à réunir.");
        }
    }

    /// <summary>Each of its outcomes is somebody's answer or a branch: none may lead nowhere.</summary>
    private static bool IsChoice(string name) => name is nameof(UserTaskEvent) or nameof(ForkTask);

    private static bool NeedsRequest(string name) => name is "HttpRedirectTask" or "HttpRedirectToFormLocationTask" or "HttpResponseTask" or "ValidateFormFieldTask" or "ValidateAntiforgeryTokenTask";

    private static bool FromRequest(WorkflowType type, ActivityRecord activity) =>
        type.Upstream(activity.Id).Select(type.Find).Any(before => before?.Name is "HttpRequestEvent" or "HttpRequestFilterEvent");

    private static bool Holds(WorkflowType type) => type.Activities.Any(activity => activity.IsStart && activity.Properties.Flag("EssHolds"));

    private static HashSet<string> Reached(WorkflowType type)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(type.Activities.Where(activity => activity.IsStart).Select(activity => activity.Id));
        while (open.TryPop(out var id))
        {
            if (reached.Add(id))
            {
                foreach (var edge in type.From(id))
                {
                    open.Push(edge.Destination);
                }
            }
        }

        return reached;
    }
}
