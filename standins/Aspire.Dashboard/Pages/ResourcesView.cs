using Aspire.Dashboard.Resources;
using Aspire.DashboardService.Proto.V1;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aspire.Dashboard.Pages;

/// <summary>What the page of resources shows: which one is opened, and how.</summary>
public sealed record ResourcesView(bool IsGraph, Resource? Selected, ResourceCommand? Confirm, string? Reveal, IReadOnlyList<(Resource Other, string Type)> ReferredBy, ILookup<string, Resource> ByDisplayName)
{
    /// <summary>Replicas share a display name; then the name tells them apart.</summary>
    public string NameOf(Resource resource) =>
        ByDisplayName[resource.DisplayName].Skip(1).Any() || resource.DisplayName.Length == 0 ? resource.Name : resource.DisplayName;
}

/// <summary>The page of resources and their commands.</summary>
internal static class ResourceEndpoints
{
    public static void MapResources(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Link.Resources, (ResourceStore store, string? view, string? resource, string? confirm, string? reveal) =>
            new RazorComponentResult<ResourcesPage>(new { View = Read(store, view, resource, confirm, reveal) }));
        // The form is asked for so that the anti-forgery token in it is looked at before anything else.
        pages.MapPost("/resources/{name}/commands/{command}", Run);
    }

    private static ResourcesView Read(ResourceStore store, string? view, string? name, string? confirm, string? reveal)
    {
        var all = store.All;
        var selected = store.Find(name);
        return new ResourcesView(
            view == "graph",
            selected,
            selected?.Commands.FirstOrDefault(command => command.Name == confirm && command.HasConfirmationMessage && command.State == ResourceCommandState.Enabled),
            reveal,
            selected is null ? [] : [.. from other in all
                                        from relationship in other.Relationships
                                        where relationship.ResourceName == selected.DisplayName || relationship.ResourceName == selected.Name
                                        select (other, relationship.Type)],
            all.ToLookup(resource => resource.DisplayName));
    }

    private static IResult Run(ResourceStore store, ResourceClient client, string name, string command, IFormCollection form)
    {
        if (store.Find(name) is not { } resource || resource.Commands.FirstOrDefault(c => c.Name == command) is not { } known)
            return Frontend.NotFound("There is no such resource or command; it may have gone since the page was shown.");
        var self = Link.To(Link.Resources, ("resource", name));
        if (known.State != ResourceCommandState.Enabled)
            return Results.LocalRedirect(self);
        if (known.HasConfirmationMessage && form["confirmed"] != "yes")
            return Results.LocalRedirect(Link.To(Link.Resources, ("resource", name), ("confirm", command)));
        client.Begin(resource, known, CommandKey.Read(form["key"]));
        return Results.LocalRedirect(self);
    }
}
