using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Regio.Procurement.Persistence;
using Regio.Procurement.Procedures;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Ocds;

/// <summary>The releases of a procedure as a package of the Open Contracting Data Standard 1.1.</summary>
internal sealed class ExportOcdsReleases(ProcurementDbContext db, IOptions<OcdsOptions> options)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<ExportOcdsReleasesResponse> RunAsync(ExportOcdsReleasesRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        if (!await db.Set<Procedures.Procedure>().AnyAsync(p => p.Id == id, ct))
            throw ProcedureRules.NotFound(request.Id);
        var releases = await db.Set<PublishedRelease>().AsNoTracking().Where(r => r.ProcedureId == id).OrderBy(r => r.Number).ToListAsync(ct);
        if (releases.Count == 0)
            throw new DomainException(ProcedureRules.NothingPublished, "id");
        return new ExportOcdsReleasesResponse { Ocid = releases[0].Ocid, Json = Package(releases).ToJsonString(Readable) };
    }

    private JsonObject Package(List<PublishedRelease> releases) => new()
    {
        ["uri"] = new Uri(options.Value.PackageUri, releases[0].Ocid).ToString(),
        ["version"] = "1.1",
        ["extensions"] = new JsonArray(OcdsParties.ContractSuppliers),
        ["publishedDate"] = OcdsDates.Moment(releases[^1].PublishedAt),
        ["publisher"] = new JsonObject { ["name"] = options.Value.Publisher },
        ["releases"] = new JsonArray([.. releases.Select(release => JsonNode.Parse(release.Body))]),
    };
}

internal sealed class ExportOcdsReleasesValidator : AbstractValidator<ExportOcdsReleasesRequest>
{
    public ExportOcdsReleasesValidator() => RuleFor(r => r.Id).IsUuid();
}
