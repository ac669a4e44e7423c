using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Checking;

/// <summary>Finds circles that nobody leaves and in which nobody waits: a run would go round until it is stopped. Tarjan's strongly connected components, 1972.</summary>
internal sealed class CircleCheck(WorkflowType type, ActivityKinds kinds)
{
    private readonly Dictionary<string, int> index = [];
    private readonly Dictionary<string, int> low = [];
    private readonly List<string> stack = [];
    private readonly List<List<string>> circles = [];

    public IEnumerable<Finding> Find()
    {
        foreach (var activity in type.Activities.Where(activity => !index.ContainsKey(activity.Id)))
        {
            Visit(activity.Id);
        }

        return circles.Where(circle => circle.Count > 1 && !circle.Exists(Waits) && !circle.Exists(id => Leaves(id, circle)))
            .Select(circle => Finding.Fault("endless", circle[^1], "Ces étapes tournent en rond sans attendre ni sortir : {0}.", string.Join(", ", circle.AsEnumerable().Reverse().Select(Title))));
    }

    private bool Waits(string id) => type.Find(id)!.Name is var name && (kinds.Describe(name)?.IsEvent == true || name is nameof(Time.EssWaitTask) or nameof(Messages.EssRemindTask));

    /// <summary>A loop ends by itself, and a choice may lead out.</summary>
    private bool Leaves(string id, List<string> circle) =>
        type.Find(id)!.Name is nameof(ForLoopTask) or nameof(ForEachTask) || type.From(id).Any(edge => !circle.Contains(edge.Destination)) || (type.Find(id)!.Name is nameof(IfElseTask) or nameof(WhileLoopTask) or nameof(ScriptTask) && HasFreeOutcome(id));

    private bool HasFreeOutcome(string id) => kinds.Describe(type.Find(id)!.Name)!.OutcomesOf(type.Find(id)!.Properties).Any(outcome => type.From(id).All(edge => edge.Outcome != outcome));

    private string Title(string id) => type.Find(id) is { } activity ? kinds.TitleOf(activity) : id;

    private void Visit(string root)
    {
        // Without recursion: a drawing may be a thousand boxes long.
        var work = new Stack<(string Id, IEnumerator<string> Next)>();
        Enter(root);
        while (work.TryPeek(out var at))
        {
            if (at.Next.MoveNext())
            {
                var next = at.Next.Current;
                if (!index.TryGetValue(next, out var seen))
                {
                    Enter(next);
                }
                else if (stack.Contains(next))
                {
                    low[at.Id] = Math.Min(low[at.Id], seen);
                }

                continue;
            }

            work.Pop();
            if (work.TryPeek(out var above))
            {
                low[above.Id] = Math.Min(low[above.Id], low[at.Id]);
            }

            if (low[at.Id] == index[at.Id])
            {
                var start = stack.LastIndexOf(at.Id);
                circles.Add(stack[start..]);
                stack.RemoveRange(start, stack.Count - start);
            }
        }

        void Enter(string id)
        {
            index[id] = low[id] = index.Count;
            stack.Add(id);
            work.Push((id, type.From(id).Select(edge => edge.Destination).Where(next => next != id && type.Find(next) is not null).Distinct().GetEnumerator()));
        }
    }
}
