using EssConsult.Registration.Door;

namespace EssConsult.Registration.Features.Door;

/// <summary>The fields of a door's questions.</summary>
/// <param name="Given">By question.</param>
internal sealed record DoorQuestionsView(IReadOnlyList<DoorQuestion> Questions, IReadOnlyDictionary<string, string> Given)
{
    public const string Partial = "/Features/EssConsult.Registration/Door/_Questions.cshtml";

    public static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();
}
