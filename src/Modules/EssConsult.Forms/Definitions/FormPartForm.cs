using EssConsult.Workflows.Contracts;
using static EssConsult.Content.Contracts.PartMemberKind;

namespace EssConsult.Forms.Definitions;

/// <summary><c>EssFormPart</c>: which circuit takes the answers, by its ids, and what is said to whoever sent them.</summary>
internal sealed class FormPartForm(IFormEntrances circuits) : IPartForm
{
    public string PartName => "EssFormPart";

    public string Label => "Après l’envoi";

    public IReadOnlyList<PartMember> MembersOf(string contentType) =>
    [
        new("WorkflowTypeId", "Circuit", Choice) { Choices = [new("", "Aucun : les réponses sont gardées"), .. circuits.All.DistinctBy(entrance => entrance.WorkflowTypeId).Select(entrance => new PartChoice(entrance.WorkflowTypeId, entrance.Circuit))] },
        new("ActivityId", "Identifiant de l’étape du circuit") { Hint = "Vide : l’étape « Un formulaire est envoyé » par laquelle il commence." },
        new("Thanks", "Phrase de remerciement", Paragraph),
        new("Note", "Note sous le formulaire", Paragraph) { Hint = "À quoi serviront les réponses, et qui les lira." },
    ];
}
