package org.randot.commitments.review;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ReviewRepository extends JpaRepository<Review, UUID> {
    /** Holds the review until the end of the transaction: of two deciders the second waits, and then finds it closed. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Review r where r.id = :id")
    Optional<Review> hold(UUID id);

    Optional<Review> findByEngineTask(String engineTask);

    List<Review> findByUndertakingAndStageOrderBySubmittedAtAscIdAsc(String undertaking, String stage);

    List<Review> findByStateAndCommitmentAndStatus(String state, String commitment, ReviewStatus status);

    List<Review> findByUndertakingAndStatus(String undertaking, ReviewStatus status);
}
