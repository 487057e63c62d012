using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Register;

/// <summary>Records how many young people a municipality had on a reference date.</summary>
internal sealed class RecordYouthCount(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordYouthCountResponse> RunAsync(RecordYouthCountRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);

    private async Task<RecordYouthCountResponse> RecordAsync(RecordYouthCountRequest request, Moment moment, CancellationToken ct)
    {
        var municipality = await db.MunicipalityToChangeAsync(request.MunicipalityId, "municipality_id", ct);
        var count = new YouthCount
        {
            ReferenceDate = request.YouthCount.ReferenceDate.ToDateOnly(),
            Persons = request.YouthCount.Persons,
            AgeLabel = request.YouthCount.AgeLabel.Trim(),
            Source = request.YouthCount.Source.ToDomain(),
            IsRecorded = true,
        };
        RecordedFact.RefuseFuture(count.ReferenceDate, moment.Today, "youth_count.reference_date");
        if (municipality.Count(count, "youth_count.reference_date"))
            db.KeepVersion(municipality, await db.Set<Region>().AsNoTracking().ToDictionaryAsync(r => r.Id, ct), moment.Now);
        return new RecordYouthCountResponse { YouthCount = YouthOfArea.Published(count).ToProto() };
    }
}

internal sealed class RecordYouthCountValidator : AbstractValidator<RecordYouthCountRequest>
{
    public const int MostPersons = 1_000_000;
    private const int MostLabelCharacters = 60;

    public RecordYouthCountValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId();
        RuleFor(r => r.YouthCount).NotNull();
        When(r => r.YouthCount is not null, () =>
        {
            RuleFor(r => r.YouthCount.Persons).InclusiveBetween(0, MostPersons);
            RuleFor(r => r.YouthCount.ReferenceDate).IsDay();
            RuleFor(r => r.YouthCount.AgeLabel).IsLine(MostLabelCharacters);
            RuleFor(r => r.YouthCount.Source).IsNamedSource();
            RuleFor(r => r.YouthCount.Parts).Empty().WithMessage("Leave it out: the register adds up itself.");
        });
    }
}
