using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Bodies;

/// <summary>Registers a body with its seats.</summary>
internal sealed class RegisterBody(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<RegisterBodyResponse> RunAsync(RegisterBodyRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (_, token) => RegisterAsync(request.Body, token), ct);

    private async Task<RegisterBodyResponse> RegisterAsync(V1.Body asked, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        snapshot.RequireRegion(asked.RegionId, "body.region_id");
        for (var i = 0; i < asked.Seats.Count; i++)
        {
            if (asked.Seats[i].MunicipalityId is { Length: > 0 } municipality)
                snapshot.Municipality(municipality, $"body.seats[{i}].municipality_id");
        }

        var facts = new BodyFacts(asked.RegionId, asked.Code, asked.Name.Trim(), asked.Outside, asked.Period.ToValidity(), asked.Source.ToDomain());
        if (await db.Set<Body>().AnyAsync(b => b.Id == facts.Id, ct))
            throw new DomainException(BodyRules.Registered, "body.code");
        var body = Body.Register(facts, [.. asked.Seats.Select(s => s.ToDomain())]);
        db.Add(body);
        return new RegisterBodyResponse { Body = body.ToProto(body.Validity.From) };
    }
}

internal sealed class RegisterBodyValidator : AbstractValidator<RegisterBodyRequest>
{
    public RegisterBodyValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Body).NotNull();
        When(r => r.Body is not null, () =>
        {
            RuleFor(r => r.Body.RegionId).NotEmpty().IsRegionIdOrEmpty();
            RuleFor(r => r.Body.Code).IsBodyCode();
            RuleFor(r => r.Body.Name).IsLine(BodyFieldRules.MostNameCharacters);
            RuleFor(r => r.Body.Period).IsPeriod();
            RuleFor(r => r.Body.Source).IsNamedSource();
            RuleFor(r => r.Body.Seats).Must(s => s.Count <= BodyFieldRules.MostSeats).WithMessage($"Give at most {BodyFieldRules.MostSeats} seats.");
            RuleForEach(r => r.Body.Seats).SetValidator(new SeatValidator());
        });
    }
}
