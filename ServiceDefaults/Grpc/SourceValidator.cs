using FluentValidation;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>The form of where a fact is published.</summary>
public sealed class SourceValidator : AbstractValidator<Common.V1.Source>
{
    private const int MostCharacters = 200;

    /// <summary>A title, and a place inside it where one is given.</summary>
    public SourceValidator()
    {
        RuleFor(s => s.Title).IsLine(MostCharacters);
        RuleFor(s => s.Place).IsLineOrEmpty(MostCharacters);
    }
}
