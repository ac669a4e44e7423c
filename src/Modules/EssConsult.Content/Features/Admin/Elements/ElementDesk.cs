using System.Text.Json.Nodes;
using EssConsult.Content.Features.Admin.Contents;
using EssConsult.Content.Items;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace EssConsult.Content.Features.Admin.Elements;

/// <param name="Owner">The stored item that holds it, at whatever depth.</param>
/// <param name="Item">The element.</param>
/// <param name="Type">Its type.</param>
internal sealed record ElementView(ContentItem Owner, ContentItem Item, ContentTypeDefinition Type)
{
    /// <summary>The list that a new element joins; null for one that is there.</summary>
    public EmbeddedList? Joins { get; init; }

    /// <summary>The element under which a new one is placed; null for the owner itself.</summary>
    public string? Below { get; init; }

    /// <summary>What an editor knows it by; null when it says nothing of itself.</summary>
    public string? Title => EmbeddedTree.TitleOf(Item.WriteContentItem());

    public required string Stamp { get; init; }

    public IReadOnlyList<EmbeddedListView> Lists { get; init; } = [];
}

internal sealed class ElementDesk(IContentStore store, IContentForm form, IContentDefinitions definitions, EmbeddedLists lists, CurrentPerson person, IStringLocalizer words, SiteDb db)
{
    public ElementView? Open(ContentItem owner, string elementId) =>
        EmbeddedItems.Find(owner, elementId) is { } item && definitions.FindType(item.ContentType) is { } type ? View(owner, item, type) : null;

    /// <param name="owner">Who will hold it.</param>
    /// <param name="list">Name of the part.</param>
    /// <param name="contentType">One of the list's types.</param>
    /// <param name="below">An element with lists of its own, or a term that gets a term below it.</param>
    public ElementView? Begin(ContentItem owner, string? list, string? contentType, string? below)
    {
        var holder = string.IsNullOrEmpty(below) ? owner : EmbeddedItems.Find(owner, below);
        var joins = holder is null ? null : lists.Of(holder.ContentType, holder.Content).FirstOrDefault(known => known.Name == list);
        if (joins is null || contentType is null || !joins.Types.Contains(contentType) || definitions.FindType(contentType) is not { } type)
        {
            return null;
        }

        var item = store.New(contentType, ownerId: null, authorName: null);
        if (joins.Name == "TaxonomyPart")
        {
            item.Content["TermPart"] = new JsonObject { ["TaxonomyContentItemId"] = owner.ContentItemId };
        }

        return View(owner, item, type) with { Joins = joins, Below = string.IsNullOrEmpty(below) ? null : below };
    }

    public IReadOnlyList<EmbeddedListView> ListsOf(ContentItem element) => EmbeddedListView.Of(lists, definitions, element.ContentType, element.Content);

    /// <returns>Where to go next; null when the form must be shown again with its errors.</returns>
    public async Task<string?> TakeAsync(ContentItem owner, ElementView element, EditorPost post, IFormCollection posted, ModelStateDictionary errors, CancellationToken ct)
    {
        await form.ReadAsync(element.Item, posted, errors, new ContentFormOptions(), ct);
        if (post.Stamp != EditorView.StampOf(owner))
        {
            errors.AddModelError(string.Empty, words["Quelqu’un a enregistré ce contenu pendant que vous écriviez. Copiez vos réponses, puis rouvrez cette page."]);
        }

        if (!errors.IsValid)
        {
            return null;
        }

        if (post.Move is { } move && lists.Of(element.Item.ContentType, element.Item.Content).FirstOrDefault(list => list.Name == post.List) is { } own)
        {
            EmbeddedTree.Move(own, element.Item.Content, post.Element!, move);
        }

        Write(owner, element);
        EditorDesk.Sign(owner, person);
        await store.SaveDraftAsync(owner, ct);
        await db.SaveChangesAsync(ct);
        return Next(owner, element, post);
    }

    private ElementView View(ContentItem owner, ContentItem item, ContentTypeDefinition type) => new(owner, item, type)
    {
        Stamp = EditorView.StampOf(owner),
        Lists = EmbeddedListView.Of(lists, definitions, item.ContentType, item.Content),
    };

    private static void Write(ContentItem owner, ElementView element)
    {
        // Embedded items have no version of their own: absent members stay absent.
        var json = new JsonObject(element.Item.WriteContentItem().Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        if (element.Joins is { } list)
        {
            json.Remove("ContentItemVersionId");
            EmbeddedTree.Add(list, element.Below is null ? owner.Content : EmbeddedItems.FindJson(owner.Content, element.Below)!, json);
            return;
        }

        // In place: members that nobody here knows, and the item's place among its siblings, stay.
        var stored = EmbeddedItems.FindJson(owner.Content, element.Item.ContentItemId)!;
        foreach (var (key, value) in json)
        {
            stored[key] = value?.DeepClone();
        }
    }

    private static string Next(ContentItem owner, ElementView element, EditorPost post)
    {
        var here = $"~/admin/contenus/{owner.ContentItemId}";
        return post.Act switch
        {
            EditorPost.Open => $"{here}/elements/{post.Element}",
            EditorPost.Add => $"{here}/elements/nouveau?liste={Uri.EscapeDataString(post.List ?? string.Empty)}&type={Uri.EscapeDataString(post.Element ?? string.Empty)}&sous={element.Item.ContentItemId}",
            _ when post.Move is not null => $"{here}/elements/{element.Item.ContentItemId}",
            _ => $"{here}?{Done.Parameter}={Done.Draft}",
        };
    }
}
