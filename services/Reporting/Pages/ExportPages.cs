using Microsoft.Net.Http.Headers;
using Regio.Reporting.Exports;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Pages;

/// <summary>The figures as files for anybody, as anybody may see them.</summary>
internal static class ExportPages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapExportPages(this WebApplication app)
    {
        // Public, like the figures on the pages; small numbers are hidden in the same way.
        var files = app.MapGroup("").AllowAnonymous().AddEndpointFilter(PageHeaders.AddAsync);
        foreach (var format in ExportFormat.All)
        {
            files.MapMethods($"/cijfers.{format.Ending}", Reading, (string? indicator, string? area, ExportReader export, CancellationToken ct) =>
                FileAsync(export, format, indicator ?? "", area ?? "", ct));
        }
    }

    private static async Task<IResult> FileAsync(ExportReader export, ExportFormat format, string indicator, string area, CancellationToken ct)
    {
        try
        {
            var table = await export.ReadAsync(indicator, area, Viewer.Anybody, ct);
            var file = format.Write(table);
            return Results.File(file, format.ContentType, format.FileName(table), entityTag: new EntityTagHeaderValue($"\"{FileHash.Of(file)}\""));
        }
        catch (DomainException refused) when (refused.Rule == ExportRules.TooLarge)
        {
            return Results.Text(refused.DutchMessage, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }
}
